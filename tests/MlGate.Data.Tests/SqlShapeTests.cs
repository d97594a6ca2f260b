using MlGate.Data.Engines;

namespace MlGate.Data.Tests;

public sealed class SqlShapeTests
{
    [Theory]
    [InlineData("SELECT histogram_exact(x0, ['Smith, Anna', 'O''Neil'])", "SELECT histogram_exact(x0, [?, ...])")]
    [InlineData("SELECT x5 > 12.5 AND c0 < -3e-7 FROM t1", "SELECT x5 > ? AND c0 < ? FROM t1")]
    [InlineData("SELECT \"2 cols\", \"a\" FROM read_csv(['/home/a/b.csv'])", "SELECT \"2 cols\", \"a\" FROM read_csv([?])")]
    [InlineData("SELECT v::DECIMAL(38,2)", "SELECT v::DECIMAL(?,?)")]
    public void No_literal_of_a_query_is_left(string sql, string shape) => Assert.Equal(shape, SqlShape.From(sql));
}
