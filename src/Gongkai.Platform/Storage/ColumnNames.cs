using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>Columns are named as their properties, in snake_case; enumerations are stored as their words, so that a table reads without the code.</summary>
internal static class ColumnNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if (!property.IsShadowProperty())
            {
                property.SetColumnName(property.Name == "Version" && property.IsConcurrencyToken ? "xmin" : Snake(property.Name));
            }

            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            {
                property.SetProviderClrType(typeof(string));
            }
        }
    }

    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            if (char.IsUpper(name[index]) && index > 0 && !char.IsUpper(name[index - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[index]));
        }

        return text.ToString();
    }
}
