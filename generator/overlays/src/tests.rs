//! Overlays as texts, cut and linked: which units they have, and what each unit needs.

use crate::{
    link::{Linked, Rule, link},
    split::{Kind, Source, split},
};

fn linked(overlays: &[(&str, &str)]) -> Linked {
    link(overlays.iter().map(|(module, text)| split(module, text)).collect(), Vec::new())
}

impl Linked {
    /// The number of the unit whose text begins like this.
    fn unit(&self, start: &str) -> usize {
        let mut units = self.sources.iter().flat_map(|it| &it.units);
        units.position(|unit| unit.text.starts_with(start)).expect("there is such a unit")
    }

    fn needs(&self, unit: &str, other: &str) -> bool {
        self.nodes[self.unit(unit)].needs.contains(&self.unit(other))
    }
}

fn texts(source: &Source) -> Vec<&str> {
    source.units.iter().map(|unit| unit.text.as_str()).collect()
}

#[test]
fn a_file_is_cut_into_items_and_members() {
    let source = split(
        "call",
        "//! Calls.\n\nuse std::fmt;\n\n/// A call.\npub struct Call;\n\nimpl Call {\n    /// Sends it.\n    \
         fn send(&self) {}\n\n    const MAX: u8 = 1;\n}\n\nfn free() {}\n",
    );
    assert_eq!(source.docs, "//! Calls.");
    assert_eq!(
        texts(&source),
        [
            "/// A call.\npub struct Call;",
            "impl Call {",
            "/// Sends it.\n    fn send(&self) {}",
            "const MAX: u8 = 1;",
            "fn free() {}",
        ]
    );
    let parents: Vec<_> = source.units.iter().map(|unit| unit.parent).collect();
    assert_eq!(parents, [None, None, Some(1), Some(1), None]);
}

#[test]
fn each_name_of_an_import_is_separate() {
    let source = split("call", "use a::{b::{C, self}, D as E, F as _};\nfn f() {}");
    let imports: Vec<_> =
        source.imports.iter().map(|it| (it.path.join("::"), it.name.as_deref())).collect();
    let expected =
        [("a::b::C", Some("C")), ("a::b", Some("b")), ("a::D", Some("E")), ("a::F", None)];
    assert_eq!(imports, expected.map(|(path, name)| (path.to_owned(), name)));
}

#[test]
fn re_exports_are_units() {
    let source = split("call", "pub(crate) use crate::runtime::origin::{A, B};");
    let kinds: Vec<_> = source.units.iter().map(|unit| &unit.kind).collect();
    let re_export = |name: &str| Kind::ReExport { name: name.to_owned(), is_public: false };
    assert_eq!(kinds, [&re_export("A"), &re_export("B")]);
    assert_eq!(texts(&source)[1], "pub(crate) use crate::runtime::origin::B;");
}

#[test]
#[should_panic(expected = "an import has attributes: #[cfg(unix)]")]
fn private_imports_with_conditions_are_refused() {
    split("call", "#[cfg(unix)]\nuse a::b;");
}

#[test]
#[should_panic(expected = "overlays import what they use by name")]
fn glob_imports_are_refused() {
    split("call", "use a::*;");
}

#[test]
fn units_need_the_units_that_they_name() {
    let linked = linked(&[
        (
            "a",
            "use crate::runtime::b::{B, c};\npub struct A(B);\nfn f() { c(); g() }\nfn g() {}\nfn h() {}",
        ),
        ("b", "pub struct B;\npub fn c() {}\npub fn d() {}"),
    ]);
    assert!(linked.needs("pub struct A", "pub struct B"));
    assert!(linked.needs("fn f()", "pub fn c()"));
    assert!(linked.needs("fn f()", "fn g()"));
    assert!(!linked.needs("fn f()", "fn h()"));
    assert!(!linked.needs("fn f()", "pub fn d()"));
    let imports = &linked.nodes[linked.unit("fn f()")].imports;
    assert_eq!(imports.iter().copied().collect::<Vec<_>>(), [1]);
}

#[test]
fn a_private_method_comes_with_its_type_and_a_call_of_its_name() {
    let linked = linked(&[(
        "a",
        "pub(crate) struct A;\nimpl A { pub fn b(&self) {} }\nfn f(a: A) { a.b() }",
    )]);
    let Rule::Called(ty, calls) = &linked.nodes[linked.unit("pub fn b")].rule else {
        panic!("the method depends on calls")
    };
    assert_eq!(*ty, linked.unit("pub(crate) struct A"));
    assert_eq!(calls.iter().collect::<Vec<_>>(), [".b", "::b", "A::b"]);
    assert!(linked.nodes[linked.unit("fn f")].calls.contains(".b"));
}

#[test]
fn a_public_method_comes_with_its_public_type() {
    let linked = linked(&[("a", "pub struct A;\nimpl A { pub fn b(&self) {} }")]);
    let rule = &linked.nodes[linked.unit("pub fn b")].rule;
    assert_eq!(*rule, Rule::WithAll([linked.unit("pub struct A")].into()));
}

#[test]
fn an_implementation_comes_with_its_trait_and_its_type() {
    let linked =
        linked(&[("a", "trait T { fn f(&self); }\nstruct A;\nimpl T for A { fn f(&self) {} }")]);
    let rule = &linked.nodes[linked.unit("impl T for A")].rule;
    let subjects = [linked.unit("trait T"), linked.unit("struct A")];
    assert_eq!(*rule, Rule::WithAll(subjects.into()));
}
