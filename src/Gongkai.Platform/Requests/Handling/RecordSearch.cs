using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>记录检索: what was searched, with what words, and what was found. Without it 信息不存在 cannot be proved (法释〔2025〕8号).</summary>
public sealed class RecordSearch(GongkaiDb db, RequestDesk desk, TimeProvider time)
{
    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.RecordSearch, actor, hand =>
        {
            string[] texts = [command.Systems.Trim(), command.Words.Trim(), command.Found.Trim()];
            if (texts.Any(text => text.Length == 0))
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.TextMissing));
            }

            if (hand.Refuse(command.SearchedOn) is { } refusal)
            {
                return Task.FromResult(RequestTaken.Refused(refusal));
            }

            db.SearchRecords.Add(new SearchRecord
            {
                RequestId = command.RequestId, SearchedOn = command.SearchedOn, Systems = texts[0], Words = texts[1], Found = texts[2],
                RecordedAt = time.GetUtcNow(), RecordedByName = actor.Name,
            });
            return Task.FromResult(RequestTaken.Done(RequestStepKind.SearchRecorded, $"在{texts[0]}以“{texts[1]}”检索：{texts[2]}"));
        }, cancellation);

    public sealed record Command(long RequestId, DateOnly SearchedOn, string Systems, string Words, string Found);
}
