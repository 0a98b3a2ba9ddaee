//! Checks invariants of ARCHITECTURE.md in the sources.
//!
//! Paths and names are read from tokens, so comments and strings do not count. Only the names of
//! APIs are searched for in comments too.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use tests::cases::{texts, workspace};

#[test]
fn the_model_imports_only_itself() {
    let foreign = ["openapiv3", "proc_macro2", "quote", "serde_json", "serde_yaml", "syn"];
    for (file, source) in generator("model/") {
        for path in paths(&source) {
            let leaves = path.starts_with("super::super") || is_below("crate", &path);
            assert!(!leaves || is_below("crate::model", &path), "{file} names {path}");
            assert!(!foreign.iter().any(|it| is_below(it, &path)), "{file} names {path}");
        }
    }
}

#[test]
fn a_phase_imports_no_later_phase() {
    let phases = ["read", "lower", "resolve", "render", "write"];
    for (index, phase) in phases.iter().enumerate() {
        for (file, source) in generator(&format!("{phase}/")) {
            for path in paths(&source) {
                let later =
                    phases[index + 1..].iter().find(|it| is_below(&format!("crate::{it}"), &path));
                assert!(later.is_none(), "{file} names {path}");
            }
        }
    }
}

#[test]
fn only_tests_import_openapiv3() {
    for (file, source) in generator("") {
        let may = file.starts_with("read/tests/");
        let openapi = paths(&source).into_iter().find(|path| is_below("openapiv3", path));
        assert!(may || openapi.is_none(), "{file} names openapiv3");
    }
}

#[test]
fn render_imports_only_the_package() {
    for (file, source) in generator("render/") {
        for path in
            paths(&source).into_iter().filter(|path| is_below("crate", path) && path != "crate")
        {
            let modules = ["crate::model::package", "crate::model::wire", "crate::render"];
            let may = path == "crate::model" || modules.iter().any(|it| is_below(it, &path));
            assert!(may, "{file} names {path}");
        }
        for name in ["openapiv3", "serde_json", "serde_yaml", "Documents", "Files"] {
            assert!(!names(&source).contains(name), "{file} names {name}");
        }
    }
}

/// The output of `render` depends on the variants and flags of the model: it compares no values and
/// looks into no text. Three files are exempt: they wrap docs, import names, and print types.
#[test]
fn render_decides_nothing() {
    let exempt = ["render/docs.rs", "render/imports.rs", "render/signatures.rs"];
    for (file, source) in generator("render/") {
        if !exempt.contains(&&*file) {
            let decisions = decisions(&source);
            assert!(decisions.is_empty(), "{file} decides with {decisions:?}");
        }
    }
}

/// The comparisons, the methods that look into values, and the literals in patterns of a source.
/// The code in `quote!` does not count.
fn decisions(source: &str) -> Vec<String> {
    let operators = ["==", "!="];
    let methods = [
        "bytes",
        "char_indices",
        "chars",
        "cmp",
        "contains",
        "contains_key",
        "ends_with",
        "eq",
        "eq_ignore_ascii_case",
        "find",
        "len",
        "lines",
        "matches",
        "ne",
        "partial_cmp",
        "rfind",
        "rsplit",
        "rsplit_once",
        "split",
        "split_at",
        "split_once",
        "split_whitespace",
        "starts_with",
        "strip_prefix",
        "strip_suffix",
        "trim",
    ];
    let code = code_outside_of_quotes(source.parse().expect("it is Rust"));
    let mut found: Vec<String> =
        methods.iter().map(|method| format!(".{method}(")).filter(|it| code.contains(it)).collect();
    found.extend(operators.iter().filter(|it| code.contains(**it)).map(|it| (*it).to_owned()));
    // rustfmt puts spaces around a comparison, but not around generic arguments.
    let compares = |line: &str| [" < ", " > ", " <= ", " >= "].iter().any(|it| line.contains(it));
    found.extend(source.lines().filter(|line| compares(line)).map(|line| line.trim().to_owned()));
    collect_literal_patterns(source.parse().expect("it is Rust"), &mut found);
    found
}

/// The tokens of a source, except literals and the code in `quote!`. Round brackets replace all
/// brackets.
fn code_outside_of_quotes(stream: TokenStream) -> String {
    let mut code = String::new();
    for token in stream {
        match token {
            TokenTree::Group(_) if code.ends_with("quote!") => {}
            TokenTree::Group(group) => {
                code.push('(');
                code += &code_outside_of_quotes(group.stream());
                code.push(')');
            }
            TokenTree::Literal(_) => code.push('_'),
            token => code += &token.to_string(),
        }
    }
    code
}

/// Collects the patterns of `match`, `let` and `matches!` that contain a literal.
fn collect_literal_patterns(stream: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let texts: Vec<String> = tokens.iter().map(ToString::to_string).collect();
    let is = |index: usize, text: &str| texts.get(index).is_some_and(|it| it == text);
    // The tokens that may be a pattern.
    let (mut pattern, mut is_let) = (TokenStream::new(), false);
    for (index, token) in tokens.iter().enumerate() {
        let is_macro = |name| index > 1 && is(index - 2, name) && is(index - 1, "!");
        if let TokenTree::Group(group) = token {
            if is_macro("quote") {
                continue;
            }
            if is_macro("matches") && has_literal(group.stream()) {
                found.push(texts[index].clone());
            }
            collect_literal_patterns(group.stream(), found);
        }
        let ends_pattern = is(index, "=") && (is_let || is(index + 1, ">"));
        if ends_pattern && has_literal(pattern.clone()) {
            found.push(pattern.to_string());
        }
        let is_block =
            texts[index].starts_with('{') && !["=", "|", "if"].iter().any(|it| is(index + 1, it));
        if ends_pattern || is_block || [",", ";", ">", "let"].contains(&&*texts[index]) {
            (pattern, is_let) = (TokenStream::new(), is(index, "let"));
        } else {
            pattern.extend([token.clone()]);
        }
    }
}

fn has_literal(stream: TokenStream) -> bool {
    stream.into_iter().any(|token| match token {
        TokenTree::Literal(_) => true,
        TokenTree::Group(group) => has_literal(group.stream()),
        _ => false,
    })
}

#[test]
fn decisions_are_found() {
    for decision in [
        "a == b",
        "a != b",
        "a < b.c",
        "a >= b",
        "match a { \"x\" => b, _ => c }",
        "match a { \"x\" | \"y\" => b, _ => c }",
        "match a { Some(\"x\") => b, _ => c }",
        "match a { \"x\" if b => c, _ => d }",
        "if let Some(\"x\") = a { b } else { c }",
        "matches!(a, \"x\" | \"y\")",
        "a.starts_with(\"x\")",
        "a.len()",
    ] {
        assert!(!decisions(&format!("fn f() {{ {decision}; }}")).is_empty(), "{decision}");
    }
    for code in [
        "fn f() -> Option<&'static str> { a.map(|_| \"x\") }",
        "match a { A::B => \"x\", _ => \"y\" }",
        "quote!(if a == b { c })",
        "const A: Vec<B> = b(\"x\");",
    ] {
        assert_eq!(decisions(code), [""; 0], "{code}");
    }
}

#[test]
fn only_write_writes_files() {
    let reading = ["fs", "read", "read_dir", "read_to_string"];
    for (file, source) in generator("") {
        if file.starts_with("write/") || file.starts_with("command/") {
            continue;
        }
        for path in paths(&source) {
            let segments: Vec<&str> = path.split("::").collect();
            let function =
                segments.iter().position(|it| *it == "fs").and_then(|at| segments.get(at + 1));
            assert!(function.is_none_or(|it| reading.contains(it)), "{file} names {path}");
        }
        for name in ["OpenOptions", "create_new", "tempfile"] {
            assert!(!names(&source).contains(name), "{file} names {name}");
        }
    }
}

#[test]
fn overlays_name_no_generated_type() {
    let overlays: BTreeMap<String, String> = texts(&workspace().join("templates/src/runtime"))
        .into_iter()
        .filter(|(file, _)| file != "mod.rs")
        .collect();
    let modules: BTreeSet<String> =
        overlays.keys().map(|file| file.trim_end_matches(".rs").replace('/', "::")).collect();
    let generated = generated_types();
    assert!(generated.contains("ChatThreadClient"), "the names of types are found: {generated:?}");
    for (file, source) in &overlays {
        let roots = ["crate", "crate::runtime"];
        let inside = |path: &String| is_below("crate", path) && !roots.contains(&&**path);
        for path in paths(source).into_iter().filter(inside) {
            let inner = path.trim_start_matches("crate::runtime::");
            let is_overlay = |module: &String| is_below(module, inner) || is_below(inner, module);
            assert!(
                modules.iter().any(is_overlay),
                "templates/src/runtime/{file} names {path}, which is not an overlay"
            );
        }
        for name in names(source) {
            assert!(!generated.contains(&name), "templates/src/runtime/{file} names {name}");
        }
    }
}

#[test]
fn the_generator_mentions_no_single_api() {
    let mut found = Vec::new();
    for (file, source) in generator("") {
        for (index, line) in source.lines().enumerate() {
            let words = words(line);
            for word in ["chat", "chats", "communication", "communications", "acs"] {
                if words.contains(word) {
                    found.push(format!("generator/src/{file}:{}: {word}", index + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The sources in `generator/src` whose paths begin with `folder`.
fn generator(folder: &str) -> BTreeMap<String, String> {
    let mut sources = texts(&workspace().join("generator/src"));
    sources.retain(|file, _| file.starts_with(folder) && file.ends_with(".rs"));
    assert!(!sources.is_empty(), "there is nothing in generator/src/{folder}");
    sources
}

/// The types of the generated crate that are not from overlays.
fn generated_types() -> BTreeSet<String> {
    let sources = texts(&workspace().join("generated/src"));
    let own = sources.into_iter().filter(|(_, source)| {
        !source.lines().next().is_some_and(|header| header.contains("from templates/"))
    });
    let mut types = BTreeSet::new();
    for (_, source) in own {
        let mut before = String::new();
        for token in tokens(&source) {
            if let TokenTree::Ident(name) = token {
                if matches!(&*before, "struct" | "enum") {
                    types.insert(name.to_string());
                }
                before = name.to_string();
            }
        }
    }
    types
}

/// Returns `true` if a path is the module's or leads into the module.
fn is_below(module: &str, path: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The words of a text in lower case. `fooBar` and `foo_bar` have two.
fn words(text: &str) -> BTreeSet<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for character in text.chars() {
        if before.is_lowercase() && character.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if character.is_alphanumeric() { character } else { ' ' });
        before = character;
    }
    spaced.split(' ').map(str::to_lowercase).collect()
}

/// All names in a source.
fn names(source: &str) -> BTreeSet<String> {
    let names = tokens(source).into_iter().filter_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    names.collect()
}

fn tokens(source: &str) -> Vec<TokenTree> {
    fn flatten(stream: TokenStream, tokens: &mut Vec<TokenTree>) {
        for token in stream {
            match token {
                TokenTree::Group(group) => flatten(group.stream(), tokens),
                token => tokens.push(token),
            }
        }
    }
    let mut tokens = Vec::new();
    flatten(source.parse().expect("it is Rust"), &mut tokens);
    tokens
}

/// All paths in a source. The paths in the braces of a `use` are separate.
fn paths(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect_paths(source.parse().expect("it is Rust"), "", &mut found);
    found
}

/// Collects the paths in `stream`, which follows `prefix`.
fn collect_paths(stream: TokenStream, prefix: &str, found: &mut BTreeSet<String>) {
    let mut path = prefix.to_owned();
    for token in stream {
        let continues = path.ends_with("::");
        match token {
            TokenTree::Group(group) if continues && group.delimiter() == Delimiter::Brace => {
                collect_paths(group.stream(), &path, found);
                path = prefix.to_owned();
            }
            TokenTree::Ident(name) if continues || path.is_empty() => path += &name.to_string(),
            TokenTree::Punct(punct) if punct.as_char() == ':' => path.push(':'),
            other => {
                found.insert(path.trim_end_matches(':').to_owned());
                path = prefix.to_owned();
                match other {
                    TokenTree::Group(group) => collect_paths(group.stream(), "", found),
                    TokenTree::Ident(name) => path += &name.to_string(),
                    _ => {}
                }
            }
        }
    }
    found.insert(path.trim_end_matches(':').to_owned());
}

#[test]
fn paths_and_words_are_found() {
    let source =
        "use crate::{a::{B, c::D}, e}; fn f(x: g::H) -> super::I { \"crate::j\"; k!(crate::l()) }";
    let found = paths(source);
    for path in ["crate::a::B", "crate::a::c::D", "crate::e", "g::H", "super::I", "crate::l"] {
        assert!(found.contains(path), "{path} in {found:?}");
    }
    assert!(!found.contains("crate::j"));
    assert!(words("// ACS, myChat_x").is_superset(&["acs", "chat", "x"].map(str::to_owned).into()));
}
