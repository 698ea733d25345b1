namespace Gongkai.Law.Requests;

/// <summary>收到申请之日 (条例第三十一条), from which every period of a request runs.</summary>
public static class DayOfReceipt
{
    /// <summary>
    /// The day of receipt; null while it waits for the confirmation that the channel needs. A day off is a day of receipt like any other.
    /// </summary>
    /// <param name="channel">How the request came.</param>
    /// <param name="arrivedOn">The day on which it was handed in, signed for, found in the letter box, or sent.</param>
    /// <param name="confirmedOn">The day on which agency and applicant confirmed it to each other; null when they have not.</param>
    public static DateOnly? Of(IntakeChannel channel, DateOnly arrivedOn, DateOnly? confirmedOn) =>
        NeedsConfirmation(channel) ? confirmedOn : arrivedOn;

    /// <summary>Whether agency and applicant have to confirm to each other that the request has come (第三十一条第（二）、（三）项).</summary>
    public static bool NeedsConfirmation(IntakeChannel channel) => channel switch
    {
        IntakeChannel.Counter or IntakeChannel.SignedPost or IntakeChannel.Oral => false,
        IntakeChannel.PlainPost or IntakeChannel.Online or IntakeChannel.Fax or IntakeChannel.Email => true,
    };
}
