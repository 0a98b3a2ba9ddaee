//! HTTP clients of the user's own.

#[cfg(feature = "reqwest")]
crate::runtime::transport::http_client!(crate::ChatClientOptions);
