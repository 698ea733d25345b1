using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Platform.Storage;

internal sealed class SaveMeasure : SaveChangesInterceptor
{
    public static SaveMeasure Instance { get; } = new();

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Measures.Saved(result);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Measures.Saved(result);
        return ValueTask.FromResult(result);
    }
}
