//! `evenhand team` written out as a command: the same request once more, or a variation of it that may succeed.

use super::arguments;
use super::session::word;
use crate::diag::Text;
use crate::planner::team::{Bar, Barred};
use crate::solve::Stop;

/// A command that is worth trying next.
#[derive(Debug, Clone)]
pub(super) struct NextStep {
    /// What it is good for: a clause after "Next, ".
    pub purpose: Text,
    /// Its words, without the program's name and the global options.
    pub command: Vec<String>,
}

impl NextStep {
    /// A command for a purpose.
    pub fn new(purpose: Text, command: &[&str]) -> Self {
        NextStep { purpose, command: command.iter().map(|word| (*word).to_string()).collect() }
    }
}

/// What `evenhand team` was or will be asked, besides the global options.
#[derive(Debug, Clone, Default)]
pub(super) struct Request {
    /// The roster folder.
    pub dir: String,
    /// The cases named; none for all open ones.
    pub cases: Vec<String>,
    /// The cases whose teams must be formed.
    pub require: Vec<String>,
    /// Whether no slot may stay open.
    pub no_open: bool,
    /// Whether people who owe a declaration may serve.
    pub provisional: bool,
    /// The seed, where it is not the default.
    pub seed: Option<u64>,
    /// The time limit in seconds.
    pub time_limit: Option<u32>,
    /// Where the plan goes.
    pub out: Option<String>,
}

impl Request {
    /// Every open case of a folder, nothing asked besides.
    pub fn all(dir: String) -> Self {
        Request { dir, ..Request::default() }
    }

    /// What the user asked.
    pub fn of(arguments: &arguments::Team, seed: Option<u64>) -> Self {
        Request {
            dir: word(&arguments.dir),
            cases: arguments.cases.clone(),
            require: arguments.require.clone(),
            no_open: arguments.no_open,
            provisional: arguments.provisional,
            seed,
            time_limit: arguments.time_limit,
            out: arguments.out.as_deref().map(word),
        }
    }

    /// The words of the command.
    pub fn words(&self) -> Vec<String> {
        let option = |name: &str, value: &str| [name.to_string(), value.to_string()];
        let mut words = vec!["team".to_string(), self.dir.clone()];
        words.extend(self.cases.iter().flat_map(|case| option("--case", case)));
        words.extend(self.require.iter().flat_map(|case| option("--require", case)));
        words.extend(self.no_open.then(|| "--no-open".to_string()));
        words.extend(self.provisional.then(|| "--provisional".to_string()));
        words.extend(self.seed.iter().flat_map(|seed| option("--seed", &seed.to_string())));
        words.extend(self.time_limit.iter().flat_map(|limit| option("--time-limit", &limit.to_string())));
        words.extend(self.out.iter().flat_map(|path| option("--out", path)));
        words
    }

    /// What to try when no plan obeys the rules and the request together and nobody held in a case is to blame: one
    /// wish less; without any wish, a look at the roster.
    pub fn with_less(mut self) -> NextStep {
        if self.no_open {
            self.no_open = false;
            return self.step(Text::new("允许岗位空缺再试", "try again with slots that may stay open"));
        }
        if let Some(case) = self.require.pop() {
            let purpose = Text::new(
                format!("不再要求 {case} 必须组队，再试"),
                format!("try again without requiring the team of {case}"),
            );
            if !(self.cases.is_empty() || self.cases.contains(&case)) {
                self.cases.push(case);
            }
            return self.step(purpose);
        }
        self.check()
    }

    /// A look at what keeps out somebody who must serve in a case: screening, or else the rule that refuses the person.
    pub fn look_at(&self, barred: &Barred) -> NextStep {
        if let [Bar::Refused(rule, _)] = barred.bars.iter().collect::<Vec<_>>()[..] {
            let purpose = Text::new("查看该规则的内容", "see what the rule says");
            return NextStep::new(purpose, &["rules", rule, "--roster", &self.dir]);
        }
        let purpose = Text::new("查看此人在本案的筛查结论", "see what screening says of this person in the case");
        let (case, person) = (barred.held.case.as_str(), barred.held.person.as_str());
        NextStep::new(purpose, &["screen", &self.dir, "--case", case, "--person", person])
    }

    /// What to try when the search stopped before its first plan.
    pub fn with_more(mut self, stop: Stop, cases: &[String]) -> NextStep {
        match (stop, cases) {
            (Stop::Time, _) => {
                self.time_limit = self.time_limit.map(|limit| limit.saturating_mul(4).max(60));
                self.step(Text::new("放宽时限再试", "try again with more time"))
            }
            (Stop::Work, [first, _, ..]) => {
                self.cases = vec![first.clone()];
                self.require.retain(|case| case == first);
                self.step(Text::new("先为一起案件组队", "begin with one case"))
            }
            (Stop::Work, _) => self.check(),
            (Stop::Numerical, _) => {
                self.seed = Some(self.seed.unwrap_or(1).wrapping_add(1));
                self.step(Text::new("换一个种子再试", "try again with another seed"))
            }
        }
    }

    fn step(&self, purpose: Text) -> NextStep {
        NextStep { purpose, command: self.words() }
    }

    fn check(&self) -> NextStep {
        NextStep::new(Text::new("核对名册", "look the roster over"), &["check", &self.dir])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(cases: &[&str], require: &[&str]) -> Request {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_string()).collect();
        Request {
            dir: "roster".into(),
            cases: owned(cases),
            require: owned(require),
            no_open: false,
            provisional: true,
            seed: Some(7),
            time_limit: Some(5),
            out: None,
        }
    }

    fn line(step: NextStep) -> String {
        step.command.join(" ")
    }

    #[test]
    fn one_wish_less_at_a_time_and_no_case_lost() {
        let all = Request { no_open: true, ..request(&[], &["c1"]) };
        assert_eq!(line(all.with_less()), "team roster --require c1 --provisional --seed 7 --time-limit 5");
        let named = request(&["c1"], &["c2"]);
        assert_eq!(line(named.with_less()), "team roster --case c1 --case c2 --provisional --seed 7 --time-limit 5");
        assert_eq!(line(request(&[], &[]).with_less()), "check roster");
    }

    #[test]
    fn what_ran_out_is_widened() {
        let cases = ["c1".to_string(), "c2".to_string()];
        let tried = |stop, cases: &[String]| line(request(&[], &["c2"]).with_more(stop, cases));
        assert!(tried(Stop::Time, &cases).ends_with("--time-limit 60"));
        assert_eq!(tried(Stop::Work, &cases), "team roster --case c1 --provisional --seed 7 --time-limit 5");
        assert_eq!(tried(Stop::Work, &cases[..1]), "check roster");
        assert!(tried(Stop::Numerical, &cases).contains("--seed 8"));
    }
}
