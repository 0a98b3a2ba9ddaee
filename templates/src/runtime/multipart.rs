//! Bodies of `multipart/form-data` (RFC 7578).

use crate::runtime::{
    body::{Content, SerializedBody},
    call::unsendable,
    pipeline::{Operation, new_uuid},
    query::{QueryValue, Text},
};
use azure_core::{Result, http::headers::HeaderValue};
use std::fmt;

/// A file to upload: its bytes, name and media type.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    bytes: Vec<u8>,
    name: Option<String>,
    content_type: Option<String>,
}

impl File {
    /// Creates a file from its bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), name: None, content_type: None }
    }

    /// Sets the name of the file. The default is the name of the field.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the media type. The default is `application/octet-stream`.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

impl<T: Into<Vec<u8>>> From<T> for File {
    fn from(bytes: T) -> Self {
        Self::new(bytes)
    }
}

/// Shows the length, and hides the contents.
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("length", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// The parts of a form. Without parts there is no body.
#[derive(Clone, Default)]
pub(crate) struct Multipart {
    parts: Vec<(&'static str, Part)>,
}

#[allow(dead_code, reason = "a form has some kinds of parts")]
#[derive(Clone)]
enum Part {
    Text(Text),
    Json(Text),
    File(File),
}

#[allow(dead_code, reason = "a form does not have every kind of field")]
impl Multipart {
    /// Sets a part. Replaces an earlier value.
    pub fn field(&mut self, name: &'static str, value: impl QueryValue) {
        self.set(name, [Part::Text(value.to_query())]);
    }

    /// Sets several parts of one name: one for each value.
    pub fn each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl QueryValue>) {
        self.set(name, values.into_iter().map(|value| Part::Text(value.to_query())));
    }

    /// Sets a part to JSON.
    pub fn json(&mut self, name: &'static str, value: impl QueryValue) {
        self.set(name, [Part::Json(value.to_query())]);
    }

    /// Sets several parts of one name: one for each file.
    pub fn files(&mut self, name: &'static str, files: impl IntoIterator<Item = impl Into<File>>) {
        self.set(name, files.into_iter().map(|file| Part::File(file.into())));
    }

    /// Like [`files`](Self::files). `media_type` is for files without one of their own.
    pub fn files_of(
        &mut self,
        name: &'static str,
        media_type: &'static str,
        files: impl IntoIterator<Item = impl Into<File>>,
    ) {
        let files = files.into_iter().map(Into::into);
        self.files(
            name,
            files.map(|mut file: File| {
                file.content_type.get_or_insert_with(|| media_type.to_owned());
                file
            }),
        );
    }

    fn set(&mut self, name: &'static str, parts: impl IntoIterator<Item = Part>) {
        self.parts.retain(|part| part.0 != name);
        self.parts.extend(parts.into_iter().map(|part| (name, part)));
    }
}

impl Content for Multipart {
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>> {
        if self.parts.is_empty() {
            return Ok(None);
        }
        let boundary = new_uuid();
        let mut body = Vec::new();
        for (name, part) in &self.parts {
            body.extend(format!("--{boundary}\r\n").into_bytes());
            write_part(&mut body, operation, name, part)?;
        }
        body.extend(format!("--{boundary}--\r\n").into_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        Ok(Some((body.into(), content_type.into())))
    }
}

fn write_part(body: &mut Vec<u8>, operation: &Operation, name: &str, part: &Part) -> Result<()> {
    let text = |text: &Text| match text {
        Ok(text) => Ok(text.clone().into_bytes()),
        Err(problem) => Err(unsendable(operation, name, problem)),
    };
    let (file_name, content_type, bytes) = match part {
        Part::Text(value) => (None, None, text(value)?),
        Part::Json(value) => (None, Some("application/json"), text(value)?),
        Part::File(file) => (
            Some(file.name.as_deref().unwrap_or(name)),
            Some(file.content_type.as_deref().unwrap_or("application/octet-stream")),
            file.bytes.clone(),
        ),
    };
    let mut head = format!("Content-Disposition: form-data; name=\"{}\"", quotable(name));
    if let Some(file_name) = file_name {
        head += &format!("; filename=\"{}\"", quotable(file_name));
    }
    if let Some(content_type) = content_type {
        let value: HeaderValue =
            crate::runtime::header::value("a content type", content_type.to_owned())?;
        head += &format!("\r\nContent-Type: {}", value.as_str());
    }
    body.extend(head.into_bytes());
    body.extend(b"\r\n\r\n");
    body.extend(bytes);
    body.extend(b"\r\n");
    Ok(())
}

/// Percent-encodes the characters that would end the text or the line, as browsers do
/// (<https://html.spec.whatwg.org/#multipart-form-data>).
fn quotable(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
