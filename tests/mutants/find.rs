//! Finds every comparison and says what to write in its place.

use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ExprBinary, ExprMethodCall, RangeLimits};

/// One change to one comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mutant {
    /// The file, from the root of the crate.
    pub file: String,
    /// The function that it stands in.
    pub function: String,
    /// The comparison as it is written.
    pub expression: String,
    /// What becomes of its operator.
    pub becomes: String,
    /// Which of the same comparisons of the function it is, from 1.
    pub occurrence: usize,
}

/// A file with all its comparisons asking which of them is to be flipped, and the mutants so made, numbered from
/// `first`.
pub fn mutate(file: &str, text: &str, first: usize) -> (String, Vec<Mutant>) {
    let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut finder = Finder { file, text, first, functions: Vec::new(), mutants: Vec::new(), edits: Vec::new() };
    finder.visit_file(&parsed);
    finder.edits.sort_by_key(|(range, rank, _)| (range.start, *rank));
    let (mut mutated, mut at) = (String::new(), 0);
    for (range, _, new) in &finder.edits {
        mutated.push_str(&text[at..range.start]);
        mutated.push_str(new);
        at = range.end;
    }
    mutated.push_str(&text[at..]);
    (mutated, finder.mutants)
}

struct Finder<'a> {
    file: &'a str,
    text: &'a str,
    first: usize,
    functions: Vec<String>,
    mutants: Vec<Mutant>,
    /// What is replaced by what; of several at one place the lower rank goes first.
    edits: Vec<(Range<usize>, i64, String)>,
}

impl Finder<'_> {
    fn add(&mut self, expression: &Expr, becomes: &str) -> usize {
        let written = &self.text[expression.span().byte_range()];
        let mut mutant = Mutant {
            file: self.file.to_string(),
            function: self.functions.join("::"),
            expression: written.split_whitespace().collect::<Vec<_>>().join(" "),
            becomes: becomes.to_string(),
            occurrence: 1,
        };
        while self.mutants.contains(&mutant) {
            mutant.occurrence += 1;
        }
        self.mutants.push(mutant);
        self.first + self.mutants.len() - 1
    }

    /// Writes something in front of an expression: what encloses more, first.
    fn before(&mut self, expression: &Expr, new: String) {
        let range = expression.span().byte_range();
        self.edits.push((range.start..range.start, -(range.end as i64), new));
    }

    /// Writes something behind an expression: what encloses less, first.
    fn behind(&mut self, expression: &Expr, new: String) {
        let range = expression.span().byte_range();
        self.edits.push((range.end..range.end, -(range.start as i64), new));
    }

    fn replace(&mut self, range: Range<usize>, new: &str) {
        self.edits.push((range, 0, new.to_string()));
    }

    fn comparison(&mut self, node: &ExprBinary) {
        let whole = Expr::Binary(node.clone());
        let others: &[&str] = match node.op {
            BinOp::Lt(_) => &["<=", ">="],
            BinOp::Le(_) => &["<", ">"],
            BinOp::Gt(_) => &[">=", "<="],
            BinOp::Ge(_) => &[">", "<"],
            BinOp::Eq(_) => &["!="],
            BinOp::Ne(_) => &["=="],
            _ => return,
        };
        let operator = self.text[node.op.span().byte_range()].to_string();
        let mutants: Vec<String> =
            others.iter().map(|other| format!("({}, *left {other} *right)", self.add(&whole, other))).collect();
        let mutants = mutants.join(", ");
        self.before(&whole, "(match (&(".to_string());
        self.replace(node.left.span().byte_range().end..node.right.span().byte_range().start, "), &(");
        let arm = format!(")) {{ (left, right) => crate::flip::choose(*left {operator} *right, [{mutants}]) }})");
        self.behind(&whole, arm);
    }

    /// `(a..=b).contains(&x)`, either end of which may count or not.
    fn range(&mut self, node: &ExprMethodCall) {
        let Expr::Paren(paren) = &*node.receiver else { return };
        let (Expr::Range(range), Some(Expr::Reference(item))) = (&*paren.expr, node.args.first()) else { return };
        let (Some(from), Some(to)) = (&range.start, &range.end) else { return };
        let whole = Expr::MethodCall(node.clone());
        let (upper, shifted) = match range.limits {
            RangeLimits::Closed(_) => ("<=", "<"),
            RangeLimits::HalfOpen(_) => ("<", "<="),
        };
        let one = self.add(&whole, "first day left out");
        let two = self.add(&whole, if shifted == "<" { "last day left out" } else { "one day more" });
        let text = |range: Range<usize>| self.text[range].to_string();
        let (from, to, item) =
            (text(from.span().byte_range()), text(to.span().byte_range()), text(item.expr.span().byte_range()));
        let arms = format!(
            "crate::flip::choose(*from <= *it && *it {upper} *to, [({one}, *from < *it && *it {upper} *to), \
             ({two}, *from <= *it && *it {shifted} *to)])"
        );
        let new = format!("(match (&({from}), &({to}), &({item})) {{ (from, to, it) => {arms} }})");
        self.replace(whole.span().byte_range(), &new);
    }

    /// `x.min(y)`, `items.any(f)` and their opposites.
    fn opposite(&mut self, node: &ExprMethodCall) {
        let whole = Expr::MethodCall(node.clone());
        let (function, becomes) = match node.method.to_string().as_str() {
            "min" => ("smaller", "max"),
            "max" => ("larger", "min"),
            "any" => ("any", "all"),
            "all" => ("all", "any"),
            _ => return,
        };
        let mutant = self.add(&whole, becomes);
        self.before(&whole, format!("crate::flip::{function}({mutant}, "));
        let Some(argument) = node.args.first() else { return };
        self.replace(node.receiver.span().byte_range().end..argument.span().byte_range().start, ", ");
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, node: &'ast ExprBinary) {
        self.comparison(node);
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_method_call(&mut self, node: &'ast ExprMethodCall) {
        match node.method.to_string().as_str() {
            "contains" if matches!(&*node.receiver, Expr::Paren(paren) if matches!(*paren.expr, Expr::Range(_))) => {
                self.range(node);
                return;
            }
            _ if node.args.len() == 1 => self.opposite(node),
            _ => {}
        }
        visit::visit_expr_method_call(self, node);
    }

    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        self.within(&node.sig, &node.attrs, |finder| visit::visit_item_fn(finder, node));
    }

    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        self.within(&node.sig, &node.attrs, |finder| visit::visit_impl_item_fn(finder, node));
    }

    fn visit_trait_item_fn(&mut self, node: &'ast syn::TraitItemFn) {
        self.within(&node.sig, &node.attrs, |finder| visit::visit_trait_item_fn(finder, node));
    }

    fn visit_item_mod(&mut self, node: &'ast syn::ItemMod) {
        if !of_tests(&node.attrs) {
            visit::visit_item_mod(self, node);
        }
    }

    // What the compiler computes cannot be switched at run time.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
}

impl Finder<'_> {
    fn within(&mut self, signature: &syn::Signature, attributes: &[syn::Attribute], visit: impl FnOnce(&mut Self)) {
        if signature.constness.is_some() || of_tests(attributes) {
            return;
        }
        self.functions.push(signature.ident.to_string());
        visit(self);
        self.functions.pop();
    }
}

fn of_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

/// As an entry of `known.toml`.
impl std::fmt::Display for Mutant {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Mutant { file, function, expression, becomes, occurrence } = self;
        let entry = toml::Value::Table(toml::Table::from_iter([
            ("file".to_string(), file.clone().into()),
            ("function".to_string(), function.clone().into()),
            ("expression".to_string(), expression.clone().into()),
            ("becomes".to_string(), becomes.clone().into()),
        ]));
        write!(to, "[[open]]\n{}", toml::to_string(&entry).unwrap_or_default())?;
        if *occurrence > 1 { writeln!(to, "occurrence = {occurrence}") } else { Ok(()) }
    }
}
