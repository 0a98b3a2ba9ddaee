//! Assembles the files of a crate: rendered code, the overlays that it uses, and the templates.

use super::{File, format::format, overlays::Overlays, with_header};
use crate::{
    diagnostics::LeftOut,
    model::package::{Export, Package},
    render,
    templates::{self, Templates, Uses},
};
use std::collections::{BTreeMap, BTreeSet};

/// The files of the crate of an `sdk.yaml`.
pub fn assemble(package: &Package, sdk: &str, templates: &Templates) -> Vec<File> {
    let pages = templates.package.keys().filter_map(|path| path.strip_prefix("guide/"));
    let pages: Vec<&str> = pages.filter_map(|file| file.strip_suffix(".md")).collect();
    let mut files = sources(package, sdk, Exports::Listed(&package.exports), &pages);
    for (path, text) in &templates.package {
        let source = format!("templates/crate/{path}");
        let text = in_manifest(text, package);
        files.push(File { contents: with_header(path, &source, &text), path: path.clone() });
    }
    sorted(files)
}

/// The facts that a stand-alone crate shows.
pub struct About<'a> {
    /// The name of its description, or of its `sdk.yaml`.
    pub source: &'a str,
    pub version: &'a str,
    pub left_out: &'a [LeftOut],
}

/// The files of a stand-alone crate.
pub fn assemble_stand_alone(package: &Package, about: &About, templates: &Templates) -> Vec<File> {
    let About { source, version, left_out } = *about;
    let mut files = sources(package, source, Exports::All, &[]);
    let descriptions: Vec<&str> = package.modules.iter().map(|it| &*it.source).collect();
    let features: BTreeSet<&String> =
        package.modules.iter().filter_map(|module| module.feature.as_ref()).collect();
    let features: String = features.into_iter().map(|it| format!("{it} = []\n")).collect();
    let has_xml = package.modules.iter().any(|module| !module.xml.is_empty());
    for (path, text) in &templates.stand_alone {
        let text = in_manifest(text, package)
            .replace("[features]\n", &format!("[features]\n{features}"))
            .replace("{{name}}", &package.name)
            .replace("# {{xml}}\n", if has_xml { "quick-xml = \"0.41\"\n" } else { "" })
            .replace("{{title}}", &one_line(&package.docs))
            .replace("{{description}}", &descriptions.join("`, `"))
            .replace("{{version}}", &one_line(version))
            .replace("{{usage}}", &package.usage)
            .replace("{{left_out}}", &list(left_out));
        files.push(File { contents: with_header(path, source, &text), path: path.clone() });
    }
    sorted(files)
}

/// Puts the version and the addresses into the template of a manifest.
fn in_manifest(text: &str, package: &Package) -> String {
    let line = |(name, value): (&str, &String)| format!("{name} = {value:?}\n");
    let links: String = package.links.iter().map(|(name, link)| line((name, link))).collect();
    let text = text.replace("# {{links}}\n", &links);
    match &package.version {
        Some(version) => text.replacen("version = \"0.1.0\"\n", &line(("version", version)), 1),
        None => text,
    }
}

/// The section of the README about the parts without code; empty if there are none.
fn list(left_out: &[LeftOut]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let lines = left_out.iter().map(|it| {
        format!("- {}: {} (`{}`).\n", it.result, it.reason, it.pointer.replace('`', "'"))
    });
    let lines: String = lines.collect();
    format!(
        "\n## Left out\n\nThe generator cannot express these parts of the description:\n\n{lines}"
    )
}

/// The types of overlays that the root of the crate exports.
enum Exports<'a> {
    Listed(&'a [Export]),
    /// Every public type that the crate uses.
    All,
}

fn sources(package: &Package, source: &str, exports: Exports<'_>, guide: &[&str]) -> Vec<File> {
    let mut files = Vec::new();
    let mut always = Uses::default();
    let mut optional: BTreeMap<String, Uses> = BTreeMap::new();
    for module in &package.modules {
        let uses = match &module.feature {
            Some(feature) => optional.entry(feature.clone()).or_default(),
            None => &mut always,
        };
        for file in render::module(module) {
            file.overlays.iter().for_each(|item| uses.add_item(item));
            uses.add_calls(file.tokens.clone());
            files.push(format(file));
        }
        let extensions = module.extensions.iter();
        for extension in extensions.filter_map(|it| templates::extension(&it.module)) {
            uses.add(&extension.edges);
            let path = format!("{}/{}.rs", module.folder(), extension.name);
            let source = format!("templates/extensions/{}.rs", extension.name);
            files.push(File { contents: with_header(&path, &source, extension.text), path });
        }
    }
    let mut overlays = Overlays::find(&always, &optional);
    let exports = match exports {
        Exports::All => overlays.public_types(),
        Exports::Listed(exports) => {
            overlays = with_exports(overlays, exports, always, &optional);
            exports.to_vec()
        }
    };
    let runtime = overlays.runtime(&exports);
    files.extend(overlays.files());
    files.push(format(render::crate_root(package, source, &runtime, guide)));
    if !runtime.modules.is_empty() {
        files.push(format(render::runtime_root(source, &runtime)));
    }
    files
}

/// Adds exported items that nothing else in the crate uses.
fn with_exports(
    overlays: Overlays,
    exports: &[Export],
    mut always: Uses,
    optional: &BTreeMap<String, Uses>,
) -> Overlays {
    let items = exports
        .iter()
        .flat_map(|export| export.items.iter().map(|item| (export.module.as_str(), item)));
    let unused: Vec<_> =
        items.filter(|(module, item)| overlays.condition(module, item).is_none()).collect();
    if unused.is_empty() {
        return overlays;
    }
    unused.iter().for_each(|(module, item)| always.add_item(&format!("{module}::{item}")));
    Overlays::find(&always, optional)
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
