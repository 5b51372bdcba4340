//! Which tests speak of a name: the test functions whose source holds it between quotes.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct TestFn {
    pub(crate) package: String,
    pub(crate) function: String,
}

impl TestFn {
    /// nextest's filter for it; the modules around the function and rstest's case number are left open.
    pub(crate) fn filter(&self) -> String {
        format!("(package(={}) & test(/(^|::){}(::.*)?$/))", self.package, self.function)
    }
}

pub(crate) type Mentions = BTreeMap<String, BTreeSet<TestFn>>;

/// Adds to `found` what one source file of `package` says about `names`.
pub(crate) fn scan(package: &str, source: &str, names: &BTreeSet<String>, found: &mut Mentions) {
    let quoted = |line: &str| -> Vec<String> {
        line.split('"').skip(1).filter(|word| names.contains(*word)).map(str::to_owned).collect()
    };
    if source.lines().all(|line| quoted(line).is_empty()) {
        return;
    }
    let functions = functions(source);
    for (number, line) in source.lines().enumerate() {
        for name in quoted(line) {
            let Some(home) = functions.iter().rfind(|function| function.first_line <= number) else {
                continue;
            };
            let tests = functions.iter().filter(|function| {
                function.is_test
                    && (function.name == home.name || (!home.is_test && function.calls(&home.name, source)))
            });
            let tests = tests.map(|test| TestFn { package: package.to_owned(), function: test.name.clone() });
            found.entry(name).or_default().extend(tests);
        }
    }
}

struct Function {
    name: String,
    /// Counted from 0, attributes included: a guard named in `#[case("…")]` belongs to the function below.
    first_line: usize,
    last_line: usize,
    is_test: bool,
}

impl Function {
    fn calls(&self, other: &str, source: &str) -> bool {
        let call = format!("{other}(");
        source.lines().take(self.last_line + 1).skip(self.first_line).any(|line| line.contains(&call))
    }
}

fn functions(source: &str) -> Vec<Function> {
    let mut functions: Vec<Function> = Vec::new();
    let mut attributes: Option<(usize, bool)> = None;
    for (number, line) in source.lines().enumerate() {
        let line = line.trim_start();
        if let Some(attribute) = line.strip_prefix("#[") {
            let (start, test) = attributes.unwrap_or((number, false));
            attributes = Some((start, test || is_test(attribute)));
        } else if let Some(name) = function_name(line) {
            let (first_line, is_test) = attributes.take().unwrap_or((number, false));
            if let Some(previous) = functions.last_mut() {
                previous.last_line = first_line.saturating_sub(1);
            }
            functions.push(Function { name, first_line, last_line: usize::MAX - 1, is_test });
        } else if !line.starts_with("//") && !line.is_empty() && !line.starts_with(')') {
            attributes = None;
        }
    }
    functions
}

fn is_test(attribute: &str) -> bool {
    let path = attribute.split(['(', ']', '=']).next().unwrap_or_default().trim();
    matches!(path.rsplit("::").next(), Some("test" | "rstest" | "test_case"))
}

fn function_name(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    words
        .by_ref()
        .find(|word| !matches!(*word, "pub" | "pub(crate)" | "pub(super)" | "async" | "const"))
        .filter(|w| *w == "fn")?;
    Some(words.next()?.split(['(', '<']).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
        pub fn up() { guard("a_rule"); guard("b_rule"); }

        #[tokio::test]
        async fn a_rule_is_kept() { refused("a_rule").await }

        #[rstest]
        #[case("b_rule")]
        fn many(#[case] name: &str) {}

        fn refuse_c() { assert_eq!(error.name(), "c_rule"); }

        #[test]
        fn c_is_kept() { refuse_c(); }
    "#;

    fn found(name: &str) -> Vec<String> {
        let names = ["a_rule", "b_rule", "c_rule"].map(str::to_owned).into();
        let mut found = Mentions::new();
        scan("relais-x", SOURCE, &names, &mut found);
        found.remove(name).unwrap_or_default().into_iter().map(|test| test.function).collect()
    }

    #[test]
    fn a_name_leads_to_the_test_around_it_not_to_its_declaration() {
        assert_eq!(found("a_rule"), ["a_rule_is_kept"]);
    }

    #[test]
    fn a_case_attribute_counts() {
        assert_eq!(found("b_rule"), ["many"]);
    }

    #[test]
    fn a_helper_leads_to_its_callers() {
        assert_eq!(found("c_rule"), ["c_is_kept"]);
        assert!(found("d_rule").is_empty());
    }
}
