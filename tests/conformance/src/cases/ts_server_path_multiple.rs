// Case ts-server_path_multiple.
use crate::prelude::*;
use ts_server_path_multiple as c;

pub async fn run(r: &mut Report) {
    r.case("ts-server_path_multiple");
    let client =
        c::TsServerPathMultipleClient::new(&at("server/path/multiple/v1.0"), None).unwrap();
    done!(
        r,
        "Server_Path_Multiple_noOperationParams",
        "GET /server/path/multiple/v1.0",
        client.no_operation_params()
    );
    done!(
        r,
        "Server_Path_Multiple_withOperationPathParam",
        "GET /server/path/multiple/v1.0/test",
        client.with_operation_path_param("test")
    );
}
