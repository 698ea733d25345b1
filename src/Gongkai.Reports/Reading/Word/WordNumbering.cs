using System.Text;
using System.Xml;
using Gongkai.Reports.Reading.Numbering;

namespace Gongkai.Reports.Reading.Word;

/// <summary>The lists of a Word file (numbering.xml) and how far each has been counted.</summary>
public sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level[]> abstracts = [];
    private readonly Dictionary<int, Instance> instances = [];
    private readonly Dictionary<int, int[]> counters = [];

    /// <summary>Whether the file has no lists.</summary>
    public bool IsEmpty => instances.Count == 0;

    /// <summary>Counts one paragraph on and gives what Word prints before it; empty where the list has no such level or prints nothing.</summary>
    public string Next(int instanceId, int level)
    {
        if (level is < 0 or >= Levels || !instances.TryGetValue(instanceId, out var instance)
            || !abstracts.TryGetValue(instance.Abstract, out var levels))
        {
            return "";
        }

        if (!counters.TryGetValue(instance.Abstract, out var counts))
        {
            counters[instance.Abstract] = counts = new int[Levels];
            Array.Fill(counts, int.MinValue);
        }

        ApplyStartOverrides(instance, counts);
        counts[level] = counts[level] == int.MinValue ? LevelOf(instance, levels, level).Start : counts[level] + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restart = LevelOf(instance, levels, deeper).RestartAfter ?? deeper;
            if (restart > 0 && level < restart)
            {
                counts[deeper] = int.MinValue;
            }
        }

        return Print(instance, levels, counts, level);
    }

    /// <summary>Whether a level of a list has bullets, or pictures, and no numbers.</summary>
    public bool HasBullets(int instanceId, int level) =>
        level is >= 0 and < Levels && instances.TryGetValue(instanceId, out var instance)
        && abstracts.TryGetValue(instance.Abstract, out var levels) && LevelOf(instance, levels, level).IsBullet;

    /// <summary>The level that belongs to a paragraph style, or null.</summary>
    public int? LevelOfStyle(int instanceId, string style)
    {
        if (instances.TryGetValue(instanceId, out var instance) && abstracts.TryGetValue(instance.Abstract, out var levels))
        {
            var level = Array.FindIndex(levels, candidate => candidate.Style == style);
            return level < 0 ? null : level;
        }

        return null;
    }

    /// <summary>Reads the part of the file that holds the lists.</summary>
    public static WordNumbering Read(XmlReader reader)
    {
        var numbering = new WordNumbering();
        Level[]? levels = null;
        Instance? instance = null;
        Level? level = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "abstractNum":
                    instance = null;
                    levels = new Level[Levels];
                    for (var index = 0; index < Levels; index++)
                    {
                        levels[index] = new Level();
                    }

                    numbering.abstracts[reader.Integer("abstractNumId") ?? -1] = levels;
                    break;
                case "num":
                    instance = new Instance();
                    level = null;
                    numbering.instances[reader.Integer("numId") ?? -1] = instance;
                    break;
                case "abstractNumId" when instance is not null:
                    instance.Abstract = reader.Integer() ?? -1;
                    break;
                case "lvlOverride" when instance is not null:
                    instance.OverriddenLevel = reader.Integer("ilvl") ?? 0;
                    break;
                case "startOverride" when instance is not null:
                    instance.Starts[instance.OverriddenLevel] = reader.Integer() ?? 1;
                    break;
                case "lvl":
                    level = BeginLevel(reader, levels, instance);
                    break;
                default:
                    level?.Take(reader);
                    break;
            }
        }

        return numbering;
    }

    private static Level? BeginLevel(XmlReader reader, Level[]? levels, Instance? instance)
    {
        var index = reader.Integer("ilvl") ?? 0;
        if (index is < 0 or >= Levels)
        {
            return null;
        }

        if (instance is not null)
        {
            return instance.Levels[index] = new Level();
        }

        return levels?[index];
    }

    private static Level LevelOf(Instance instance, Level[] levels, int level) => instance.Levels.GetValueOrDefault(level, levels[level]);

    private static void ApplyStartOverrides(Instance instance, int[] counts)
    {
        if (instance.IsStarted)
        {
            return;
        }

        instance.IsStarted = true;
        foreach (var (level, start) in instance.Starts)
        {
            if (level is >= 0 and < Levels)
            {
                counts[level] = start - 1;
            }
        }
    }

    private static string Print(Instance instance, Level[] levels, int[] counts, int level)
    {
        var own = LevelOf(instance, levels, level);
        if (own.Format == NumberFormat.None)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var index = 0; index < own.Text.Length; index++)
        {
            if (own.Text[index] != '%' || index + 1 >= own.Text.Length || own.Text[index + 1] is < '1' or > '9')
            {
                text.Append(own.Text[index]);
                continue;
            }

            var named = own.Text[++index] - '1';
            var definition = LevelOf(instance, levels, named);
            var count = counts[named] == int.MinValue ? definition.Start : counts[named];
            text.Append((own.IsLegal ? NumberFormat.Decimal : definition.Format).Print(count));
        }

        var label = text.ToString().Trim();
        return label.Length > 0 && label[^1] is '.' or (>= '0' and <= '9') ? label + " " : label;
    }

    private sealed class Instance
    {
        public int Abstract { get; set; } = -1;

        public int OverriddenLevel { get; set; }

        public bool IsStarted { get; set; }

        public Dictionary<int, int> Starts { get; } = [];

        public Dictionary<int, Level> Levels { get; } = [];
    }

    private sealed class Level
    {
        public int Start { get; private set; } = 1;

        public NumberFormat Format { get; private set; } = NumberFormat.Decimal;

        public string Text { get; private set; } = "";

        public int? RestartAfter { get; private set; }

        public bool IsLegal { get; private set; }

        public bool IsBullet { get; private set; }

        public string? Style { get; private set; }

        public void Take(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "start":
                    Start = reader.Integer() ?? Start;
                    break;
                case "numFmt":
                    Format = WordNumberFormats.Of(reader.Value());
                    IsBullet = reader.Value() == "bullet";
                    break;
                case "lvlText":
                    Text = reader.Value() ?? "";
                    break;
                case "lvlRestart":
                    RestartAfter = reader.Integer();
                    break;
                case "isLgl":
                    IsLegal = reader.IsOn();
                    break;
                case "pStyle":
                    Style = reader.Value();
                    break;
            }
        }
    }
}
