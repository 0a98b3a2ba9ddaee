// Case az-resiliency_srv-driven.
use crate::prelude::*;
use az_resiliency_srv_driven as c;

pub async fn run(r: &mut Report) {
    r.case("az-resiliency_srv-driven");
    let client = |path: &str| {
        c::AzResiliencySrvDrivenClient::new(&at(&format!("resiliency/service-driven/{path}")), None)
            .unwrap()
    };
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromNone",
        "HEAD /resiliency/service-driven/client:v1/service:v1/api-version:v1/add-optional-param/from-none",
        client("client:v1/service:v1/api-version:v1").add_optional_param_client().from_none()
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromNone",
        "HEAD /resiliency/service-driven/client:v1/service:v2/api-version:v1/add-optional-param/from-none",
        client("client:v1/service:v2/api-version:v1").add_optional_param_client().from_none()
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromNone",
        "HEAD /resiliency/service-driven/client:v2/service:v2/api-version:v1/add-optional-param/from-none",
        client("client:v2/service:v2/api-version:v1").add_optional_param_client().from_none()
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromNone",
        "HEAD /resiliency/service-driven/client:v2/service:v2/api-version:v2/add-optional-param/from-none",
        client("client:v2/service:v2/api-version:v2")
            .add_optional_param_client()
            .from_none()
            .new_parameter("new")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneRequired",
        "GET /resiliency/service-driven/client:v1/service:v1/api-version:v1/add-optional-param/from-one-required",
        client("client:v1/service:v1/api-version:v1")
            .add_optional_param_client()
            .from_one_required("required")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneRequired",
        "GET /resiliency/service-driven/client:v1/service:v2/api-version:v1/add-optional-param/from-one-required",
        client("client:v1/service:v2/api-version:v1")
            .add_optional_param_client()
            .from_one_required("required")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneRequired",
        "GET /resiliency/service-driven/client:v2/service:v2/api-version:v1/add-optional-param/from-one-required",
        client("client:v2/service:v2/api-version:v1")
            .add_optional_param_client()
            .from_one_required("required")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneRequired",
        "GET /resiliency/service-driven/client:v2/service:v2/api-version:v2/add-optional-param/from-one-required",
        client("client:v2/service:v2/api-version:v2")
            .add_optional_param_client()
            .from_one_required("required")
            .new_parameter("new")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneOptional",
        "GET /resiliency/service-driven/client:v1/service:v1/api-version:v1/add-optional-param/from-one-optional",
        client("client:v1/service:v1/api-version:v1")
            .add_optional_param_client()
            .from_one_optional()
            .parameter("optional")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneOptional",
        "GET /resiliency/service-driven/client:v1/service:v2/api-version:v1/add-optional-param/from-one-optional",
        client("client:v1/service:v2/api-version:v1")
            .add_optional_param_client()
            .from_one_optional()
            .parameter("optional")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneOptional",
        "GET /resiliency/service-driven/client:v2/service:v2/api-version:v1/add-optional-param/from-one-optional",
        client("client:v2/service:v2/api-version:v1")
            .add_optional_param_client()
            .from_one_optional()
            .parameter("optional")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_AddOptionalParam_fromOneOptional",
        "GET /resiliency/service-driven/client:v2/service:v2/api-version:v2/add-optional-param/from-one-optional",
        client("client:v2/service:v2/api-version:v2")
            .add_optional_param_client()
            .from_one_optional()
            .parameter("optional")
            .new_parameter("new")
    );
    done!(
        r,
        "Resiliency_ServiceDriven_breakTheGlass",
        "DELETE /resiliency/service-driven/client:v1/service:v2/api-version:v2/add-operation",
        client("client:v1/service:v2/api-version:v2").add_operation()
    );
    done!(
        r,
        "Resiliency_ServiceDriven_addOperation",
        "DELETE /resiliency/service-driven/client:v2/service:v2/api-version:v2/add-operation",
        client("client:v2/service:v2/api-version:v2").add_operation()
    );
}
