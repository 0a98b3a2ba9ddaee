//! Custom HTTP clients.

#[cfg(feature = "reqwest")]
crate::runtime::transport::http_client!(crate::ChatClientOptions);
