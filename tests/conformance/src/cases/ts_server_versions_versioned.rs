// Case ts-server_versions_versioned.
use crate::prelude::*;
use ts_server_versions_versioned as c;

pub async fn run(r: &mut Report) {
    r.case("ts-server_versions_versioned");
    let client = c::TsServerVersionsVersionedClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Server_Versions_Versioned_withoutApiVersion",
        "HEAD /server/versions/versioned/without-api-version",
        client.without_api_version()
    );
    done!(
        r,
        "Server_Versions_Versioned_withPathApiVersion",
        "HEAD /server/versions/versioned/with-path-api-version/2022-12-01-preview",
        client.with_path_api_version("2022-12-01-preview")
    );
    done!(
        r,
        "Server_Versions_Versioned_withQueryApiVersion",
        "HEAD /server/versions/versioned/with-query-api-version",
        client.with_query_api_version()
    );
    let mut options = c::TsServerVersionsVersionedClientOptions::default();
    options.api_version = "2021-01-01-preview".into();
    let client = c::TsServerVersionsVersionedClient::new(ENDPOINT, Some(options)).unwrap();
    done!(
        r,
        "Server_Versions_Versioned_withQueryOldApiVersion",
        "HEAD /server/versions/versioned/with-query-old-api-version",
        client.with_query_old_api_version()
    );
}
