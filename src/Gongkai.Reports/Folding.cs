namespace Gongkai.Reports;

/// <summary>
/// Folds the ways of writing the same character into one, for comparing and matching only: full-width forms to half-width,
/// every kind of space to a space, Chinese brackets and stops to their ASCII cousins, and the Traditional characters of
/// the form's own words to Simplified. One character stays one character, so places in folded text are places in the text.
/// </summary>
public static class Folding
{
    private const string Traditional =
        "納績勝參點開關動請處復訴訟總數規範許罰強業費決況題進項報體個類國內務過執檔詢現補後訪舉複變確獲屆轉繼續會機構織組準資產門問間無當單區屬於與為從來對應將"
        + "並廣東縣鄉鎮辦黨員經濟營計劃農財稅錄級選結維糾審電話統聯網號頁點條據歷寫實際節約價質紀黃離長張軍隊樣權標誌識讀護發簽領導職責監嚴調協議論證書"
        + "參觀讓誤異達連運違遠還遞萬億幾兩專藝環聽說親見視覽認訂設訓記講詞試詳該誰課諮諾謝譯譜譽貫購貨貧賠賣賴贊輸輯輪軟載較輔邊鄰釋針鋼錯鍵鐵閉閱闡陸"
        + "陽陰隨險難雲靈靜頂順須預頒頭頻顧顯風飛養館馬驗驟鬥魚鮮鳥齊齡緊緩緒線練絡給絕終紙細紅純紛綜緣編縮聞聲腦臨舊華蓋蘭虛蟲術衛裝襲觸訊託沒製繳廢額"
        + "稱彙臺灣啟佈佔則勵勞團圖場壓獎塊備傳儲優債偽側侖傾僅儀儘創劇厭厲慶慮憂憑懲戶擴擬擔擇換損採掃撥擊敗敵斷時暫曆極楊樓檢橋歡歸殘氣沖淨測湧漢滿漸"
        + "潔潛濱災熱燈爭爾牽狀獨畫療盡盤礎禮種穀積窮競筆築簡糧絲綠緻罷義習聖肅腳膚興蔣蕭薦藥衝係這裏裡鍾鐘們餘羣眾匯衆穩歲蘇語負貴賬贏車軌郵銀錢閣顆願"
        + "飯飲適遲遷鄭鄧釐鎖録銷陳階雖雙雜響驛龍廳縂説産";

    private const string Simplified =
        "纳绩胜参点开关动请处复诉讼总数规范许罚强业费决况题进项报体个类国内务过执档询现补后访举复变确获届转继续会机构织组准资产门问间无当单区属于与为从来对应将"
        + "并广东县乡镇办党员经济营计划农财税录级选结维纠审电话统联网号页点条据历写实际节约价质纪黄离长张军队样权标志识读护发签领导职责监严调协议论证书"
        + "参观让误异达连运违远还递万亿几两专艺环听说亲见视览认订设训记讲词试详该谁课咨诺谢译谱誉贯购货贫赔卖赖赞输辑轮软载较辅边邻释针钢错键铁闭阅阐陆"
        + "阳阴随险难云灵静顶顺须预颁头频顾显风飞养馆马验骤斗鱼鲜鸟齐龄紧缓绪线练络给绝终纸细红纯纷综缘编缩闻声脑临旧华盖兰虚虫术卫装袭触讯托没制缴废额"
        + "称汇台湾启布占则励劳团图场压奖块备传储优债伪侧仑倾仅仪尽创剧厌厉庆虑忧凭惩户扩拟担择换损采扫拨击败敌断时暂历极杨楼检桥欢归残气冲净测涌汉满渐"
        + "洁潜滨灾热灯争尔牵状独画疗尽盘础礼种谷积穷竞笔筑简粮丝绿致罢义习圣肃脚肤兴蒋萧荐药冲系这里里钟钟们余群众汇众稳岁苏语负贵账赢车轨邮银钱阁颗愿"
        + "饭饮适迟迁郑邓厘锁录销陈阶虽双杂响驿龙厅总说产";

    private static readonly char[] Map = BuildMap();

    /// <summary>The folded character.</summary>
    public static char Fold(char character) => Map[character];

    /// <summary>The folded text, of the same length; the text itself where nothing had to be folded.</summary>
    public static string Fold(string text)
    {
        foreach (var character in text)
        {
            if (Map[character] != character)
            {
                return string.Create(text.Length, text, static (span, source) => Fold(source, span));
            }
        }

        return text;
    }

    /// <summary>Folds into a buffer of at least the same length.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var map = Map;
        for (var index = 0; index < text.Length; index++)
        {
            folded[index] = map[text[index]];
        }
    }

    private static char[] BuildMap()
    {
        var map = new char[char.MaxValue + 1];
        for (var code = 0; code < map.Length; code++)
        {
            map[code] = (char)code;
        }

        for (var code = 0xFF01; code <= 0xFF5E; code++)
        {
            map[code] = (char)(code - 0xFF01 + '!');
        }

        foreach (var space in "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000\uFEFF")
        {
            map[space] = ' ';
        }

        foreach (var (from, to) in "〔[〕]【[】]“\"”\"‘'’'、,。.﹒.·.〈<〉>《<》>−-".Chunk(2).Select(pair => (pair[0], pair[1])))
        {
            map[from] = to;
        }

        for (var index = 0; index < Traditional.Length; index++)
        {
            map[Traditional[index]] = Simplified[index];
        }

        return map;
    }
}
