//! The files of a crate: what is rendered, the overlays that it needs, and what stands around it.

use super::{File, format::format, header, overlays};
use crate::{model::package::Package, render, templates::Templates};

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
    let mut files = sources(package, description, templates);
    for (path, text) in &templates.stand_alone {
        let text = text
            .replace("{{name}}", &package.name)
            .replace("{{title}}", &one_line(&package.docs))
            .replace("{{description}}", description)
            .replace("{{version}}", version);
        files.push(File { contents: with_header(path, description, &text), path: path.clone() });
    }
    sorted(files)
}

fn sources(package: &Package, sdk: &str, templates: &Templates) -> Vec<File> {
    let mut files: Vec<File> = render::modules(package).into_iter().map(format).collect();
    for name in &package.extensions {
        if let Some(text) = templates.extensions.get(name) {
            let path = format!("src/{name}.rs");
            let source = format!("templates/extensions/{name}.rs");
            files.push(File { contents: with_header(&path, &source, text), path });
        }
    }
    let exports: String =
        package.exports.iter().map(|export| format!("use crate::{};\n", export.module)).collect();
    let texts = files.iter().map(|file| file.contents.as_str()).chain([exports.as_str()]);
    let needed = overlays::needed(texts, &templates.overlays);
    for module in &needed {
        let path = module.replace("::", "/");
        let source = format!("templates/src/{path}.rs");
        let text = &templates.overlays[module];
        let path = format!("src/{path}.rs");
        files.push(File { contents: with_header(&path, &source, text), path });
    }
    files.push(format(render::crate_root(package, sdk, &needed)));
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
    line.replace(|it: char| it == '\\' || it.is_control(), "").replace('"', "'")
}

fn sorted(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
