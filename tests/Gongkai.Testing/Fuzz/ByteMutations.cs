namespace Gongkai.Testing.Fuzz;

/// <summary>Damage to bytes, whatever they are.</summary>
internal static class ByteMutations
{
    private const int LargestFile = 1 << 20;

    private static readonly byte[][] Sequences =
    [
        [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBB], [0x80], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0], [0, 0, 0, 0],
        [0x84, 0x31, 0x95, 0x33], [(byte)'P', (byte)'K', 3, 4], [0xD0, 0xCF, 0x11, 0xE0], [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-'], [0x1B, (byte)'['],
    ];

    public static byte[] Spoil(byte[] file, byte[] other, Random random, List<string> how)
    {
        if (file.Length == 0)
        {
            return file;
        }

        var at = random.Next(file.Length);
        var length = random.Next(1, Math.Max(2, Math.Min(file.Length - at, 4000)));
        var rest = file.AsSpan(Math.Min(file.Length, at + length));
        switch (random.Next(8))
        {
            case 0:
                how.Add("bits flipped");
                return Flipped(file, random);
            case 1:
                how.Add("cut off");
                return file[..at];
            case 2:
                how.Add("beginning lost");
                return file[at..];
            case 3:
                how.Add("bytes lost");
                return [.. file.AsSpan(0, at), .. rest];
            case 4:
                how.Add("bytes twice");
                return [.. file.AsSpan(0, Math.Min(file.Length, at + length)), .. file.AsSpan(at)];
            case 5:
                how.Add("spliced");
                return [.. file.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length))];
            case 6:
                how.Add("odd bytes put in");
                return [.. file.AsSpan(0, at), .. Sequences[random.Next(Sequences.Length)], .. file.AsSpan(at)];
            default:
                how.Add("bytes many times");
                return Repeated(file, at, Math.Min(length, file.Length - at), random);
        }
    }

    private static byte[] Flipped(byte[] file, Random random)
    {
        var flipped = file.ToArray();
        for (var count = random.Next(1, 30); count > 0; count--)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private static byte[] Repeated(byte[] file, int at, int length, Random random)
    {
        var times = Math.Min(random.Next(2, 2000), LargestFile / length);
        var repeated = new List<byte>(file.Length + (times * length));
        repeated.AddRange(file.AsSpan(0, at));
        for (; times > 0; times--)
        {
            repeated.AddRange(file.AsSpan(at, length));
        }

        repeated.AddRange(file.AsSpan(at));
        return [.. repeated];
    }
}
