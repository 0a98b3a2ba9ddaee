//! The calls of each case, one file for each.

mod az_cgc_access;
mod az_cgc_alternate_type;
mod az_cgc_api_version_header;
mod az_cgc_api_version_path;
mod az_cgc_api_version_query;
mod az_cgc_client_default_value;
mod az_cgc_client_initialization_default;
mod az_cgc_client_initialization_individually;
mod az_cgc_client_initialization_individuallyparent;
mod az_cgc_client_location_move_method_parameter_to_client;
mod az_cgc_client_location_move_to_existing_sub_client;
mod az_cgc_client_location_move_to_new_sub_client;
mod az_cgc_client_location_move_to_root_client;
mod az_cgc_deserialize_empty_string_as_null;
mod az_cgc_flatten_property;
mod az_cgc_hierarchy_building;
mod az_cgc_next_link_verb;
mod az_cgc_override;
mod az_cgc_usage;
mod az_client_namespace;
mod az_client_naming;
mod az_client_naming_enum_conflict;
mod az_client_overload;
mod az_client_structure_client_operation_group;
mod az_client_structure_default;
mod az_client_structure_multi_client;
mod az_client_structure_renamed_operation;
mod az_client_structure_two_operation_group;
mod az_core_basic;
mod az_core_lro_rpc;
mod az_core_lro_standard;
mod az_core_model;
mod az_core_page;
mod az_core_scalar;
mod az_core_traits;
mod az_encode_duration;
mod az_example_basic;
mod az_payload_pageable;
mod az_resiliency_srv_driven;
mod az_resource_manager_common_properties;
mod az_resource_manager_large_header;
mod az_resource_manager_method_subscription_id;
mod az_resource_manager_multi_service;
mod az_resource_manager_non_resource;
mod az_resource_manager_operation_templates;
mod az_resource_manager_resources;
mod az_service_multi_service;
mod az_special_headers_client_request_id;
mod az_versioning_previewversion;
mod sw_swagger;
mod sw_ts_payload_xml;
mod ts_authentication_api_key;
mod ts_authentication_http_custom;
mod ts_authentication_noauth_union;
mod ts_authentication_oauth2;
mod ts_authentication_union;
mod ts_documentation;
mod ts_encode_array;
mod ts_encode_bytes;
mod ts_encode_datetime;
mod ts_encode_duration;
mod ts_encode_numeric;
mod ts_parameters_basic;
mod ts_parameters_body_optionality;
mod ts_parameters_collection_format;
mod ts_parameters_path;
mod ts_parameters_query;
mod ts_parameters_spread;
mod ts_payload_content_negotiation;
mod ts_payload_json_merge_patch;
mod ts_payload_media_type;
mod ts_payload_multipart;
mod ts_payload_pageable;
mod ts_payload_xml;
mod ts_response_status_code_range;
mod ts_routes;
mod ts_serialization_encoded_name_json;
mod ts_server_endpoint_not_defined;
mod ts_server_path_multiple;
mod ts_server_path_single;
mod ts_server_versions_not_versioned;
mod ts_server_versions_versioned;
mod ts_special_headers_conditional_request;
mod ts_special_headers_repeatability;
mod ts_special_words;
mod ts_streaming_jsonl;
mod ts_type_array;
mod ts_type_dictionary;
mod ts_type_enum_extensible;
mod ts_type_enum_fixed;
mod ts_type_file;
mod ts_type_model_empty;
mod ts_type_model_inheritance_enum_discriminator;
mod ts_type_model_inheritance_nested_discriminator;
mod ts_type_model_inheritance_not_discriminated;
mod ts_type_model_inheritance_recursive;
mod ts_type_model_inheritance_single_discriminator;
mod ts_type_model_usage;
mod ts_type_model_visibility;
mod ts_type_property_additional_properties;
mod ts_type_property_nullable;
mod ts_type_property_optionality;
mod ts_type_property_value_types;
mod ts_type_scalar;
mod ts_type_union;
mod ts_type_union_discriminated;
mod ts_versioning_added;
mod ts_versioning_madeoptional;
mod ts_versioning_removed;
mod ts_versioning_renamedfrom;
mod ts_versioning_returntypechangedfrom;
mod ts_versioning_typechangedfrom;

use crate::prelude::Report;

macro_rules! run {
    ($report:ident, $($case:ident)*) => {
        $(if $report.wants(stringify!($case)) {
            $case::run($report).await;
        })*
    };
}

pub async fn all(report: &mut Report) {
    run!(
        report,
        az_cgc_access
        az_cgc_alternate_type
        az_cgc_api_version_header
        az_cgc_api_version_path
        az_cgc_api_version_query
        az_cgc_client_default_value
        az_cgc_client_initialization_default
        az_cgc_client_initialization_individually
        az_cgc_client_initialization_individuallyparent
        az_cgc_client_location_move_method_parameter_to_client
        az_cgc_client_location_move_to_existing_sub_client
        az_cgc_client_location_move_to_new_sub_client
        az_cgc_client_location_move_to_root_client
        az_cgc_deserialize_empty_string_as_null
        az_cgc_flatten_property
        az_cgc_hierarchy_building
        az_cgc_next_link_verb
        az_cgc_override
        az_cgc_usage
        az_client_namespace
        az_client_naming
        az_client_naming_enum_conflict
        az_client_overload
        az_client_structure_client_operation_group
        az_client_structure_default
        az_client_structure_multi_client
        az_client_structure_renamed_operation
        az_client_structure_two_operation_group
        az_core_basic
        az_core_lro_rpc
        az_core_lro_standard
        az_core_model
        az_core_page
        az_core_scalar
        az_core_traits
        az_encode_duration
        az_example_basic
        az_payload_pageable
        az_resiliency_srv_driven
        az_resource_manager_common_properties
        az_resource_manager_large_header
        az_resource_manager_method_subscription_id
        az_resource_manager_multi_service
        az_resource_manager_non_resource
        az_resource_manager_operation_templates
        az_resource_manager_resources
        az_service_multi_service
        az_special_headers_client_request_id
        az_versioning_previewversion
        sw_swagger
        sw_ts_payload_xml
        ts_authentication_api_key
        ts_authentication_http_custom
        ts_authentication_noauth_union
        ts_authentication_oauth2
        ts_authentication_union
        ts_documentation
        ts_encode_array
        ts_encode_bytes
        ts_encode_datetime
        ts_encode_duration
        ts_encode_numeric
        ts_parameters_basic
        ts_parameters_body_optionality
        ts_parameters_collection_format
        ts_parameters_path
        ts_parameters_query
        ts_parameters_spread
        ts_payload_content_negotiation
        ts_payload_json_merge_patch
        ts_payload_media_type
        ts_payload_multipart
        ts_payload_pageable
        ts_payload_xml
        ts_response_status_code_range
        ts_routes
        ts_serialization_encoded_name_json
        ts_server_endpoint_not_defined
        ts_server_path_multiple
        ts_server_path_single
        ts_server_versions_not_versioned
        ts_server_versions_versioned
        ts_special_headers_conditional_request
        ts_special_headers_repeatability
        ts_special_words
        ts_streaming_jsonl
        ts_type_array
        ts_type_dictionary
        ts_type_enum_extensible
        ts_type_enum_fixed
        ts_type_file
        ts_type_model_empty
        ts_type_model_inheritance_enum_discriminator
        ts_type_model_inheritance_nested_discriminator
        ts_type_model_inheritance_not_discriminated
        ts_type_model_inheritance_recursive
        ts_type_model_inheritance_single_discriminator
        ts_type_model_usage
        ts_type_model_visibility
        ts_type_property_additional_properties
        ts_type_property_nullable
        ts_type_property_optionality
        ts_type_property_value_types
        ts_type_scalar
        ts_type_union
        ts_type_union_discriminated
        ts_versioning_added
        ts_versioning_madeoptional
        ts_versioning_removed
        ts_versioning_renamedfrom
        ts_versioning_returntypechangedfrom
        ts_versioning_typechangedfrom
    );
}
