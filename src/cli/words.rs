//! The Chinese help. English stands on the arguments themselves; a test finds whatever is missing here.

/// What a command does.
pub(super) fn about(command: &str) -> Option<&'static str> {
    Some(match command {
        "evenhand" => "点将：从人才库依法组建专案组，方案可证明、可核验、可说明",
        "demo" => "用随程序附带的示例城市演示主要功能",
        "init" => "新建名册文件夹：每张表都带表头和一行示例",
        "check" => "读取并校验名册文件夹，一次列出全部问题",
        "screen" => "对一起案件做回避筛查",
        "ties" => "查看某人与某案之间的关联",
        "team" => "为多起案件统筹组建专案组",
        "verify" => "不依赖组队程序，独立核验一份方案",
        "rules" => "列出全部规则，或查看其中一条",
        "glossary" => "解释本程序的用语，中英文对照",
        "generate" => "生成一份虚构的名册文件夹",
        "schema" => "输出方案文件的 JSON Schema",
        "completions" => "输出命令行补全脚本",
        "man" => "输出手册页",
        "help" => "显示本程序或某条命令的帮助",
        _ => return None,
    })
}

/// What an argument means, by command and argument; global ones stand under `evenhand`.
pub(super) fn help(command: &str, argument: &str) -> Option<&'static str> {
    Some(match (command, argument) {
        (_, "lang") => "输出语言：zh 或 en［默认：按系统区域设置］",
        (_, "format") => "输出形式：text 或 json［默认：text］",
        (_, "as_of") => "以哪一天为准判断，如 2026-11-20［默认：今天］",
        (_, "policy") => "内置政策的名称或政策文件；名册中的 policy.toml 优先［默认：default］",
        (_, "seed") => "同优方案抽签的种子［默认：1］，或生成名册的种子［默认：按当地］",
        (_, "threads") => "使用的线程数，不影响结果［默认：全部核心］",
        (_, "quiet") => "不输出提示和进度",
        (_, "verbose") => "输出进度和已通过的检查",
        (_, "help") => "显示本帮助",
        (_, "version") => "显示版本",
        ("demo", "out") => "同时把示例名册写入该文件夹",
        ("init" | "generate", "dir") => "要新建的文件夹；须为空或尚不存在",
        (_, "dir") => "名册文件夹",
        ("screen" | "ties", "case") => "案件代号",
        ("screen", "person") => "只看此人：人员编号，或者无人同名的姓名",
        ("screen", "role") => {
            "只看此类岗位，中英文均可：组长 lead、副组长 deputy、组员 member、联络员 liaison、跟班 trainee"
        }
        ("verify", "evidence") => "同时列出回避所依的规则和依据；查询记入名册的 audit.csv",
        ("screen", "evidence") => "同时列出规则和依据；查询记入名册的 audit.csv",
        ("ties", "reason") => "为何需要查看，一并记录；不写事由则不列与检举人的关联",
        ("screen" | "verify", "reason") => "为何需要查看依据；与查询人、时间一并记录",
        ("ties", "person") => "人员编号，或者无人同名的姓名",
        ("ties", "record_review") => "不针对案件，列出此人自己的记录，供本人核对",
        ("team", "cases") => "只组建此案，可重复给出［默认：全部在办案件］",
        ("team", "require") => "此案必须成组，可重复给出",
        ("team", "no_open") => "不允许岗位空缺",
        ("team", "provisional") => "岗位没有别人可用时，可用尚欠申报的人员（待申报）；用到这些人的方案不是最终方案",
        ("team", "out") => "把方案写入该文件",
        ("team", "time_limit") => "最多计算多少秒；到时停止的方案每次可能不同",
        ("team", "export_model") => {
            "把每一层的完整模型写成 MPS 文件（前缀.层.mps）；前缀以 .gz 结尾则压缩；导出记入名册的 audit.csv"
        }
        ("team", "force") => "模型超过 5000 万个非零元也照样导出",
        ("verify", "plan") => "方案文件",
        ("rules", "rule") => "一条规则：编号（如 R32）或英文标识",
        ("rules", "roster") => "按此名册文件夹的 policy.toml 所定的数值、状态和采用情况列出",
        ("glossary", "word") => "一个词，中文英文均可",
        ("generate", "place") => "仿照的地方：neijiang（内江）、hengyang（衡阳）或 city（五十起案件的衡阳）",
        ("generate", "people") => "生成多少人［默认：按当地规模］",
        ("generate", "cases") => "生成多少起在办案件［默认：按当地规模］",
        ("completions", "shell") => "命令行外壳：bash、elvish、fish、powershell 或 zsh",
        ("man", "command") => "某条命令的手册页［默认：程序总页］",
        ("help", "command") => "某条命令［默认：整个程序］",
        _ => return None,
    })
}

/// What stands for an argument's value.
pub(super) fn placeholder(english: &str) -> Option<&'static str> {
    Some(match english {
        "LANG" => "语言",
        "FORMAT" => "形式",
        "DATE" => "日期",
        "NAME|FILE" => "名称|文件",
        "NUMBER" => "数",
        "DIR" => "文件夹",
        "CASE" => "案件",
        "PERSON" => "人员",
        "CLASS" => "岗位类别",
        "TEXT" => "文字",
        "FILE" => "文件",
        "SECONDS" => "秒",
        "PREFIX" => "前缀",
        "PLAN" => "方案",
        "RULE" => "规则",
        "WORD" => "词",
        "PLACE" => "地方",
        "SHELL" => "外壳",
        "COMMAND" => "命令",
        _ => return None,
    })
}
