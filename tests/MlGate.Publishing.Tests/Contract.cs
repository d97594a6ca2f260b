namespace MlGate.Publishing.Tests;

internal static class Contract
{
    public static void Check(FakeCall call, int status, string answer)
    {
    }
}
