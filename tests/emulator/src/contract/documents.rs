//! The description files, the references between them, and validators for places in them.

use super::schema;
use axum::http::Method;
use jsonschema::{Draft, Registry, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

const FILES: [(&str, &str); 4] = [
    ("beyond.yaml", include_str!("beyond.yaml")),
    ("chat.yaml", include_str!("../../spec/chat.yaml")),
    ("identity.yaml", include_str!("../../spec/identity.yaml")),
    ("common.yaml", include_str!("../../spec/common.yaml")),
];

/// The files get URLs, so that the relative references between them resolve. Nothing is fetched.
const BASE: &str = "https://spec.invalid/";
/// Beside each file is a copy for requests, in which optional properties may be `null`. References
/// in a copy are relative too, and so lead to copies.
const REQUEST_BASE: &str = "https://spec.invalid/request/";
/// Another copy is for merge patches, in which every property may be `null`.
const PATCH_BASE: &str = "https://spec.invalid/merge-patch/";

/// The characters of a JSON pointer that a URL fragment holds unescaped.
const FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'~').remove(b'-').remove(b'_').remove(b'.');

#[derive(Debug)]
pub(super) struct Documents {
    files: Vec<(&'static str, Value)>,
    registry: Registry<'static>,
}

/// A JSON pointer into one of the files.
#[derive(Clone, Debug)]
pub(super) struct Place {
    file: String,
    pointer: String,
}

impl Place {
    pub fn new(file: &str, pointer: &str) -> Self {
        Self { file: file.to_owned(), pointer: pointer.to_owned() }
    }

    pub fn child(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self { file: self.file.clone(), pointer: format!("{}/{key}", self.pointer) }
    }

    fn url(&self, base: &str) -> String {
        format!("{base}{}#{}", self.file, utf8_percent_encode(&self.pointer, FRAGMENT))
    }
}

/// The descriptions are part of the program, so a mistake in them is a panic.
impl Documents {
    pub fn read() -> Self {
        let files: Vec<(&'static str, Value)> = FILES
            .into_iter()
            .map(|(name, text)| {
                let file: Value = serde_yaml::from_str(text)
                    .unwrap_or_else(|error| panic!("spec/{name} is not YAML: {error}"));
                (name, schema::to_json_schema(file))
            })
            .collect();
        let mut registry = Registry::new().draft(Draft::Draft4);
        for (name, file) in &files {
            let copies = [
                (BASE, file.clone()),
                (REQUEST_BASE, schema::nullable_options(file.clone())),
                (PATCH_BASE, schema::nullable(file.clone())),
            ];
            for (base, file) in copies {
                registry = registry
                    .add(format!("{base}{name}"), file)
                    .unwrap_or_else(|error| panic!("spec/{name}: {error}"));
            }
        }
        let registry =
            registry.prepare().unwrap_or_else(|error| panic!("a reference in spec/: {error}"));
        Self { files, registry }
    }

    /// All operations of a file: method, path template, place.
    pub fn operations(&self, file: &str) -> impl Iterator<Item = (Method, String, Place)> {
        let paths = Place::new(file, "/paths");
        self.children(&paths).into_iter().flat_map(move |path| {
            let item = paths.child(&path);
            self.children(&item).into_iter().filter_map(move |method| {
                let place = item.child(&method);
                let method = match method.as_str() {
                    "get" => Method::GET,
                    "put" => Method::PUT,
                    "post" => Method::POST,
                    "patch" => Method::PATCH,
                    "delete" => Method::DELETE,
                    _ => return None,
                };
                Some((method, path.clone(), place))
            })
        })
    }

    pub fn value(&self, place: &Place) -> Option<&Value> {
        let (_, file) = self.files.iter().find(|(name, _)| *name == place.file)?;
        file.pointer(&place.pointer)
    }

    pub fn children(&self, place: &Place) -> Vec<String> {
        match self.value(place) {
            Some(Value::Object(object)) => object.keys().cloned().collect(),
            Some(Value::Array(items)) => (0..items.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    /// Follows references to the place that they end at.
    pub fn follow(&self, mut place: Place) -> Place {
        while let Some(reference) = self.value(&place.child("$ref")).and_then(Value::as_str) {
            let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
            let file = if file.is_empty() { place.file.as_str() } else { file };
            place = Place::new(file, pointer);
        }
        place
    }

    pub fn validator(&self, place: &Place) -> Validator {
        self.build(place, BASE)
    }

    /// A validator that allows `null` for optional properties.
    pub fn request_validator(&self, place: &Place) -> Validator {
        self.build(place, REQUEST_BASE)
    }

    /// A validator that allows `null` for every property.
    pub fn patch_validator(&self, place: &Place) -> Validator {
        self.build(place, PATCH_BASE)
    }

    fn build(&self, place: &Place, base: &str) -> Validator {
        let url = place.url(base);
        jsonschema::options()
            .with_draft(Draft::Draft4)
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .offline()
            .build(&json!({ "$ref": url }))
            .unwrap_or_else(|error| panic!("the schema at {url}: {error}"))
    }
}
