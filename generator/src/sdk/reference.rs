//! The reference of `sdk.yaml`, from the comments of its types.

use std::fmt::Write;
use syn::{
    Attribute, Expr, Field, Fields, Item, ItemStruct, Lit, Meta, Token, punctuated::Punctuated,
};

const TYPES: &str = include_str!("mod.rs");

/// The reference in Markdown: a chapter for each type, and in it a section for each setting, with an
/// example.
///
/// # Panics
/// Never: the source is that of this program.
pub fn reference() -> String {
    let mut text = "# sdk.yaml\n".to_owned();
    for item in types() {
        let docs = docs(&item.attrs);
        write!(text, "\n## {}\n", docs.trim_end_matches('.')).expect("a text takes all");
        for field in &item.fields {
            let (name, docs) = (name(field), self::docs(&field.attrs));
            write!(text, "\n### `{name}`\n\n{docs}\n").expect("a text takes all");
        }
    }
    text
}

/// The types of `sdk.yaml`, the whole file first.
fn types() -> impl Iterator<Item = ItemStruct> {
    let file = syn::parse_file(TYPES).expect("this program was compiled from it");
    file.items.into_iter().filter_map(|item| match item {
        Item::Struct(item) if matches!(item.fields, Fields::Named(_)) => Some(item),
        _ => None,
    })
}

/// The text of the doc comments, without the space before each line.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(it) if it.path.is_ident("doc") => match &it.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(line) => Some(line.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> =
        lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned()).collect();
    lines.join("\n")
}

/// The name of a setting in the file.
fn name(field: &Field) -> String {
    let settings = field.attrs.iter().filter(|it| it.path().is_ident("serde"));
    let settings = settings
        .filter_map(|it| it.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok());
    let renamed = settings.flatten().find_map(|setting| match setting {
        Meta::NameValue(it) if it.path.is_ident("rename") => match it.value {
            Expr::Lit(text) => match text.lit {
                Lit::Str(name) => Some(name.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    renamed.unwrap_or_else(|| field.ident.as_ref().map(ToString::to_string).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{docs, name, reference, types};
    use crate::sdk::{
        Sdk, SdkClient, SdkCredential, SdkModule, SdkOperation, SdkPackage, SdkRefusal, SdkType,
    };
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    /// Reads an example together with the settings that its type requires.
    fn read<T: DeserializeOwned>(example: &str, mut required: Value) -> Result<(), String> {
        let example: Value = serde_yaml::from_str(example).map_err(|error| error.to_string())?;
        let settings = example.as_object().ok_or("not a mapping")?.clone();
        required.as_object_mut().expect("a mapping").extend(settings);
        serde_json::from_value::<T>(required).map(drop).map_err(|error| error.to_string())
    }

    #[test]
    fn every_setting_has_an_example_that_its_type_reads() {
        let mut count = 0;
        for item in types() {
            for field in &item.fields {
                let (kind, name, docs) = (item.ident.to_string(), name(field), docs(&field.attrs));
                let example = docs.split_once("\n\n```yaml\n").and_then(|(words, rest)| {
                    assert!(!words.is_empty());
                    rest.strip_suffix("\n```")
                });
                let example = example.unwrap_or_else(|| panic!("{kind}: {name} has no example"));
                assert!(example.starts_with(&format!("{name}: ")), "{kind}: {example}");
                let (package, module) =
                    (json!({ "name": "a" }), json!({ "description": "a.yaml" }));
                let result = match &*kind {
                    "Sdk" => read::<Sdk>(example, json!({ "crate": package, "modules": [] })),
                    "SdkPackage" => read::<SdkPackage>(example, package),
                    "SdkModule" => read::<SdkModule>(example, module),
                    "SdkType" => read::<SdkType>(example, json!({})),
                    "SdkClient" => read::<SdkClient>(example, json!({})),
                    "SdkCredential" => read::<SdkCredential>(example, json!({})),
                    "SdkOperation" => read::<SdkOperation>(example, json!({})),
                    "SdkRefusal" => {
                        read::<SdkRefusal>(example, json!({ "values": [], "message": "" }))
                    }
                    other => panic!("{other} is not read"),
                };
                assert_eq!(result, Ok(()), "{kind}: {example}");
                count += 1;
            }
        }
        assert!(count > 30, "{count} settings");
    }

    #[test]
    fn the_reference_has_all_types_in_the_order_of_the_file() {
        let text = reference();
        assert!(text.starts_with("# sdk.yaml\n\n## The whole file\n\n### `crate`\n\nThe crate.\n"));
        assert!(text.contains("\n## A client: a value of `clients`\n\n### `docs`\n"), "{text}");
        assert!(text.contains("```yaml\nholds: [bookId]\n```\n"), "{text}");
    }
}
