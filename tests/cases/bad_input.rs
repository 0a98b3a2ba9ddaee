//! The generator reports every problem of a case in `bad_input/`, with its place and a way to fix
//! it.

use tests::cases::{Case, assert_no_snapshot_is_left_over, assert_snapshot, for_each_case};

#[test]
fn every_problem_is_shown_at_its_place() {
    for_each_case("bad_input", |case| {
        let Err(problems) = case.generate() else { panic!("{} becomes a crate", case.name) };
        assert_snapshot("bad_input", case, "problems", &problems.to_string());
    });
}

#[test]
fn tools_read_the_same_problems() {
    let cases = Case::all("bad_input");
    let case = cases.iter().find(|it| it.name == "reached_file").expect("there is such a case");
    let Err(problems) = case.generate() else { panic!("{} becomes a crate", case.name) };
    let text = serde_json::to_string_pretty(&problems.to_json()).expect("it is JSON");
    assert_snapshot("bad_input", case, "problems.json", &text);
}

#[test]
fn every_snapshot_belongs_to_a_case() {
    assert_no_snapshot_is_left_over("bad_input", &["problems", "problems.json"]);
}
