use crate::runtime::known::Known;

#[test]
fn versions_are_remembered_for_ten_seconds() {
    let mut known = Known::before(50_000);
    assert!(known.has_version(49_999, "a") && !known.has_version(50_000, "a"));
    assert!(known.has_item(49_999, "a") && !known.has_item(50_000, "a"));
    known.add(55_000, "a".to_owned());
    assert!(known.has_version(55_000, "a") && known.has_version(54_000, "a"));
    assert!(!known.has_version(55_000, "b"), "versions of two items can be equal");
    assert!(!known.has_version(55_001, "a"));
    known.add(65_001, "b".to_owned());
    assert!(known.has_version(55_000, "b"), "it is too late for this version");
    assert!(!known.has_version(55_001, "c"), "but not for this one");
}

#[test]
fn items_are_remembered_until_the_list_was_read_at_one_moment() {
    let mut known = Known::default();
    known.add(1_000, "a".to_owned());
    known.add(100_000, "b".to_owned());
    assert!(known.has_item(1_000, "a") && !known.has_item(2_000, "c"));
    known.settle();
    assert!(known.has_item(1_000, "a") && known.has_item(2_000, "c"));
    assert!(!known.has_item(95_000, "d"));
    assert_eq!(known.versions.len(), 1, "only the newest are remembered one by one");
}
