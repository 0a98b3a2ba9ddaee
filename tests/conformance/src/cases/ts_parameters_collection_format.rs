// Case ts-parameters_collection-format.
use crate::prelude::*;
use ts_parameters_collection_format as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_collection-format");
    let client = c::TsParametersCollectionFormatClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Parameters_CollectionFormat_Query_multi",
        "GET /parameters/collection-format/query/multi",
        client.query_client().multi(j::<Vec<String>>(json!(["blue", "red", "green"])))
    );
    done!(
        r,
        "Parameters_CollectionFormat_Query_csv",
        "GET /parameters/collection-format/query/csv",
        client.query_client().csv(j::<Vec<String>>(json!(["blue", "red", "green"])))
    );
    done!(
        r,
        "Parameters_CollectionFormat_Query_ssv",
        "GET /parameters/collection-format/query/ssv",
        client.query_client().ssv(j::<Vec<String>>(json!(["blue", "red", "green"])))
    );
    done!(
        r,
        "Parameters_CollectionFormat_Query_pipes",
        "GET /parameters/collection-format/query/pipes",
        client.query_client().pipes(j::<Vec<String>>(json!(["blue", "red", "green"])))
    );
    done!(
        r,
        "Parameters_CollectionFormat_Header_csv",
        "GET /parameters/collection-format/header/csv",
        client.header_client().csv(j::<Vec<String>>(json!(["blue", "red", "green"])))
    );
}
