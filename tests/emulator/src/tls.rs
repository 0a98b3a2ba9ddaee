//! TLS with a certificate authority of the emulator's own.

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use std::{
    collections::BTreeSet,
    error::Error,
    fs::{self, OpenOptions},
    io::{self, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Where the authority comes from.
#[derive(Debug)]
pub(crate) enum AuthoritySource {
    New,
    Folder(PathBuf),
}

impl AuthoritySource {
    pub fn authority(&self) -> io::Result<Authority> {
        match self {
            Self::New => Authority::generate().map_err(io::Error::other),
            Self::Folder(folder) => Authority::in_folder(folder),
        }
    }
}

/// Signs the emulator's certificates. Clients trust it once, and every certificate after that.
pub(crate) struct Authority {
    /// The authority's certificate, for clients to trust.
    certificate_pem: String,
    key_pem: String,
}

impl Authority {
    fn generate() -> Result<Self> {
        let key = KeyPair::generate()?;
        let certificate = Self::parameters()?.self_signed(&key)?;
        Ok(Self { certificate_pem: certificate.pem(), key_pem: key.serialize_pem() })
    }

    /// These are the same for every authority: with the key, they are all that signing needs.
    fn parameters() -> Result<CertificateParams> {
        let mut authority = CertificateParams::new(Vec::new())?;
        authority.distinguished_name.push(DnType::CommonName, "acs-chat-emulator");
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        Ok(authority)
    }

    /// Reads the authority from `ca.pem` and `ca.key` in a folder. Writes a new one when the folder
    /// has neither file.
    fn in_folder(folder: &Path) -> io::Result<Self> {
        let (certificate, key) = (folder.join("ca.pem"), folder.join("ca.key"));
        match (read(&certificate)?, read(&key)?) {
            (Some(certificate_pem), Some(key_pem)) => Ok(Self { certificate_pem, key_pem }),
            (None, None) => {
                let authority = Self::generate().map_err(io::Error::other)?;
                fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
                write_secret(&key, &authority.key_pem).map_err(|error| at(&key, &error))?;
                fs::write(&certificate, &authority.certificate_pem)
                    .map_err(|error| at(&certificate, &error))?;
                Ok(authority)
            }
            (Some(_), None) => Err(half(&key, &certificate)),
            (None, Some(_)) => Err(half(&certificate, &key)),
        }
    }

    /// The authority's certificate, as PEM.
    pub fn into_pem(self) -> String {
        self.certificate_pem
    }

    /// Issues a certificate for this machine and `host`, and serves with it.
    pub fn acceptor(&self, host: IpAddr) -> Result<TlsAcceptor> {
        let issuer = Issuer::new(Self::parameters()?, KeyPair::from_pem(&self.key_pem)?);
        let hosts: BTreeSet<IpAddr> =
            [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into(), host].into();
        let mut names = vec!["localhost".to_owned()];
        names.extend(hosts.iter().map(IpAddr::to_string));
        let mut certificate = CertificateParams::new(names)?;
        certificate.distinguished_name.push(DnType::CommonName, "localhost");
        certificate.use_authority_key_identifier_extension = true;
        certificate.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        certificate.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let key = KeyPair::generate()?;
        let certificate = certificate.signed_by(&key, &issuer)?;

        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        // Named, so that it does not matter which provider the rest of the program prefers.
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)?;
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

fn read(file: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at(file, &error)),
    }
}

/// Only the owner may read the key: it can sign certificates for any site.
fn write_secret(file: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?.write_all(text.as_bytes())
}

fn half(missing: &Path, found: &Path) -> io::Error {
    let (missing, found) = (missing.display(), found.display());
    let message =
        format!("{missing} is missing; restore it, or delete {found} for a new authority");
    io::Error::new(io::ErrorKind::NotFound, message)
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
