// Case ts-server_versions_not-versioned.
use crate::prelude::*;
use ts_server_versions_not_versioned as c;

pub async fn run(r: &mut Report) {
    r.case("ts-server_versions_not-versioned");
    let mut options = c::TsServerVersionsNotVersionedClientOptions::default();
    options.api_version = "v1.0".into();
    let client = c::TsServerVersionsNotVersionedClient::new(ENDPOINT, Some(options)).unwrap();
    done!(
        r,
        "Server_Versions_NotVersioned_withoutApiVersion",
        "HEAD /server/versions/not-versioned/without-api-version",
        client.without_api_version()
    );
    done!(
        r,
        "Server_Versions_NotVersioned_withPathApiVersion",
        "HEAD /server/versions/not-versioned/with-path-api-version/v1.0",
        client.with_path_api_version("v1.0")
    );
    done!(
        r,
        "Server_Versions_NotVersioned_withQueryApiVersion",
        "HEAD /server/versions/not-versioned/with-query-api-version",
        client.with_query_api_version()
    );
}
