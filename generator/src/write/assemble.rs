//! The files of a crate: what is rendered, the overlays that it needs, and what stands around it.

use super::{File, format::format, header, overlays};
use crate::{
    model::package::{Export, Module, Package},
    render,
    templates::Templates,
};
use std::collections::BTreeMap;

/// The crate that `sdk` describes, with its manifest, its README and its examples.
pub fn assemble(package: &Package, sdk: &str, templates: &Templates) -> Vec<File> {
    let mut files = sources(package, sdk, templates);
    for (path, text) in &templates.package {
        let source = format!("templates/crate/{path}");
        files.push(File { contents: with_header(path, &source, text), path: path.clone() });
    }
    sorted(files)
}

/// A crate from a description alone.
pub fn assemble_stand_alone(
    package: &Package,
    description: &str,
    version: &str,
    templates: &Templates,
) -> Vec<File> {
    let mut package = package.clone();
    package.exports = public_items(&sources(&package, description, templates), templates);
    let mut files = sources(&package, description, templates);
    for (path, text) in &templates.stand_alone {
        let text = text
            .replace("{{name}}", &package.name)
            .replace("{{title}}", &one_line(&package.docs))
            .replace("{{description}}", description)
            .replace("{{version}}", &one_line(version));
        files.push(File { contents: with_header(path, description, &text), path: path.clone() });
    }
    sorted(files)
}

/// What the overlays among these files have for the users of the crate.
fn public_items(files: &[File], templates: &Templates) -> Vec<Export> {
    let overlays = templates.overlays.iter().filter(|(module, _)| {
        files
            .iter()
            .any(|file| file.path == format!("src/runtime/{}.rs", module.replace("::", "/")))
    });
    let exports = overlays.filter_map(|(module, _)| {
        let items = templates.public_items(module)?;
        (!items.is_empty()).then(|| Export { module: module.clone(), items })
    });
    exports.collect()
}

fn sources(package: &Package, sdk: &str, templates: &Templates) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    // Overlays, and the feature that each is only for.
    let mut needed: BTreeMap<String, Option<String>> = BTreeMap::new();
    // What is always there comes first: it needs no feature.
    let optional = |module: &&Module| module.feature.is_some();
    let always = package.modules.iter().filter(|module| !optional(module));
    for module in always.chain(package.modules.iter().filter(optional)) {
        let of_module = module_files(module, templates);
        let texts = of_module.iter().map(|file| file.contents.as_str());
        need(&mut needed, module.feature.as_ref(), texts, templates);
        files.extend(of_module);
    }
    // What only a feature has is shown with it.
    for export in &package.exports {
        if !matches!(needed.get(&export.module), Some(Some(_))) {
            let named = format!("use crate::runtime::{};", export.module);
            need(&mut needed, None, [named.as_str()].into_iter(), templates);
        }
    }
    for module in needed.keys() {
        let path = module.replace("::", "/");
        let source = format!("templates/src/runtime/{path}.rs");
        let text = &templates.overlays[module];
        let path = format!("src/runtime/{path}.rs");
        files.push(File { contents: with_header(&path, &source, text), path });
    }
    files.push(format(render::crate_root(package, sdk, &needed)));
    if !needed.is_empty() {
        files.push(format(render::runtime_root(sdk, &needed)));
    }
    files
}

/// Adds the overlays that these texts need. One that several features are for needs none.
fn need<'a>(
    needed: &mut BTreeMap<String, Option<String>>,
    feature: Option<&String>,
    texts: impl Iterator<Item = &'a str>,
    templates: &'a Templates,
) {
    for overlay in overlays::needed(texts, &templates.overlays) {
        let known = needed.entry(overlay).or_insert_with(|| feature.cloned());
        if known.as_ref() != feature {
            *known = None;
        }
    }
}

/// The rendered files of a module, and its extensions.
fn module_files(module: &Module, templates: &Templates) -> Vec<File> {
    let mut files: Vec<File> = render::module(module).into_iter().map(format).collect();
    for name in &module.extensions {
        if let Some(text) = templates.extensions.get(name) {
            let path = format!("{}/{name}.rs", module.folder());
            let source = format!("templates/extensions/{name}.rs");
            files.push(File { contents: with_header(&path, &source, text), path });
        }
    }
    files
}

/// The text below a header, as a comment of its language.
fn with_header(path: &str, source: &str, text: &str) -> String {
    let header = header(source);
    match path.rsplit('.').next() {
        Some("rs") => format!("// {header}\n\n{text}"),
        Some("md") => format!("<!-- {header} -->\n\n{text}"),
        _ => format!("# {header}\n\n{text}"),
    }
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |it: char| {
        !matches!(it, '\\' | '[' | ']' | '<' | '>' | '{' | '}' | '`') && !it.is_control()
    };
    line.replace(|it: char| !plain(it), "").replace('"', "'")
}

fn sorted(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
