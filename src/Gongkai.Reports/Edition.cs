namespace Gongkai.Reports;

/// <summary>Which national form the report was written on.</summary>
public enum Edition
{
    /// <summary>试行格式, 国办公开办函〔2019〕60号: report years 2019 and 2020.</summary>
    Trial2019,

    /// <summary>国办公开办函〔2021〕30号: report years from 2021.</summary>
    National2021,
}
