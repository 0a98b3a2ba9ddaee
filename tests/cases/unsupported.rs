//! Each case of `unsupported/` has parts that the generator cannot express. Without them, its crate
//! is the one of the description `rest.yaml`.

use generator::{
    StandAlone,
    diagnostics::Diagnostics,
    diff::{Input, Options, diff},
    generate_stand_alone, generate_without_sdk,
    write::File,
};
use tests::cases::{
    Case, TEMPLATES, assert_no_snapshot_is_left_over, assert_snapshot, for_each_case,
};

#[test]
fn what_cannot_be_expressed_is_told_and_listed_in_the_readme() {
    for_each_case("unsupported", |case| {
        let generated = supported(case, "description.yaml");
        let (files, problems) = generated.unwrap_or_else(|problems| panic!("{problems}"));
        let readme = files.iter().find(|it| it.path == "README.md").expect("there is a README");
        let text = format!("{problems}\n{}\n\n{}", problems.summary(), readme.contents);
        assert_snapshot("unsupported", case, "warnings", &text);
    });
}

#[test]
fn the_rest_becomes_the_same_crate() {
    for_each_case("unsupported", |case| {
        let generated = supported(case, "description.yaml");
        let (files, _) = generated.unwrap_or_else(|problems| panic!("{problems}"));
        let rest = generate_stand_alone(&case.files, "rest.yaml", "case", &TEMPLATES);
        let rest = rest.unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(sources(files), sources(rest));
    });
}

#[test]
fn without_permission_it_is_a_problem_with_a_cure() {
    for_each_case("unsupported", |case| {
        let refused = generate_stand_alone(&case.files, "description.yaml", "case", &TEMPLATES);
        let problems = refused.expect_err("it has parts that cannot be expressed");
        assert!(!problems.is_empty());
        let cure = problems.cure().expect("the rest can be generated");
        assert!(cure.starts_with("pass --allow-unsupported to "), "{cure}");
    });
}

#[test]
fn two_descriptions_are_compared_without_those_parts() {
    for_each_case("unsupported", |case| {
        let input = |path| Input { name: path, files: &case.files, path };
        let (old, new) = (input("description.yaml"), input("rest.yaml"));
        let options = Options { allow_unsupported: true, ..Options::default() };
        let report = diff(old, new, options).unwrap_or_else(|problems| panic!("{problems}"));
        let [of_old, of_new] = &report.unsupported;
        assert!(!of_old.is_empty() && of_new.is_empty());
        assert_eq!(report.verdict, None, "{:#?}", report.changes);
        diff(old, new, Options::default()).expect_err("it has parts that cannot be expressed");
    });
}

#[test]
fn a_problem_of_the_whole_description_stops_the_run() {
    let cases = Case::all("bad_input");
    let case = cases.iter().find(|it| it.name == "all_of_circles").expect("there is the case");
    let stopped = supported(case, case.entry());
    let problems = stopped.expect_err("a schema cannot be expressed");
    assert_eq!(problems.cure(), None);
}

#[test]
fn every_snapshot_belongs_to_a_case() {
    assert_no_snapshot_is_left_over("unsupported", &["warnings"]);
}

/// The crate without the parts that cannot be expressed, and their problems.
fn supported(case: &Case, path: &str) -> Result<(Vec<File>, Diagnostics), Diagnostics> {
    let options = StandAlone { allow_unsupported: true, ..StandAlone::default() };
    generate_without_sdk(&case.files, path, "case", options, &TEMPLATES)
}

/// The sources of a crate, without headers that name the description.
fn sources(files: Vec<File>) -> Vec<(String, String)> {
    let sources = files.into_iter().filter(|it| it.path.ends_with(".rs"));
    let text = |it: &File| it.contents.replace("description.yaml", "rest.yaml");
    sources.map(|it| (it.path.clone(), text(&it))).collect()
}
