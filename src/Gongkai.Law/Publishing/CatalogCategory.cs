namespace Gongkai.Law.Publishing;

/// <summary>法定主动公开内容: the fifteen items of 条例第二十条 and the additions of 第二十一条.</summary>
public enum CatalogCategory
{
    /// <summary>行政法规、规章和规范性文件 (第二十条第（一）项).</summary>
    Regulations,

    /// <summary>机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名 (第（二）项).</summary>
    Institution,

    /// <summary>规划及相关政策 (第（三）项).</summary>
    Plans,

    /// <summary>统计信息 (第（四）项).</summary>
    Statistics,

    /// <summary>行政许可和其他对外管理服务事项 (第（五）项).</summary>
    Licences,

    /// <summary>行政处罚、行政强制 (第（六）项).</summary>
    PenaltiesAndCoercion,

    /// <summary>财政预算、决算 (第（七）项).</summary>
    Budgets,

    /// <summary>行政事业性收费 (第（八）项).</summary>
    Charges,

    /// <summary>政府集中采购 (第（九）项).</summary>
    Procurement,

    /// <summary>重大建设项目 (第（十）项).</summary>
    MajorProjects,

    /// <summary>扶贫、教育、医疗、社会保障、促进就业 (第（十一）项).</summary>
    Livelihood,

    /// <summary>突发公共事件 (第（十二）项).</summary>
    Emergencies,

    /// <summary>环境保护、公共卫生、安全生产、食品药品、产品质量监督检查 (第（十三）项).</summary>
    Inspections,

    /// <summary>公务员招考、录用 (第（十四）项).</summary>
    Recruitment,

    /// <summary>法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息 (第（十五）项).</summary>
    Other,

    /// <summary>市政建设、公共服务、公益事业 (第二十一条，设区的市、县).</summary>
    MunicipalServices,

    /// <summary>土地征收、房屋征收 (第二十一条).</summary>
    Expropriation,

    /// <summary>治安管理、社会救助 (第二十一条，设区的市、县).</summary>
    PublicSecurityAndAid,

    /// <summary>贯彻落实农业农村工作政策、农田水利工程建设运营、农村土地承包经营权流转、宅基地使用情况审核 (第二十一条，乡镇).</summary>
    Countryside,

    /// <summary>筹资筹劳、社会救助 (第二十一条，乡镇).</summary>
    VillageLabourAndAid,
}
