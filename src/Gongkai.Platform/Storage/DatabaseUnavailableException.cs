namespace Gongkai.Platform.Storage;

/// <summary>The database cannot be had. The message is for whoever runs the program: what happened, and what to do.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
