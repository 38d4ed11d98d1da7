package io.channelkeeper.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;

/**
 * Reads a diagnosis out of the columns {@code diagnosis} and {@code diagnosis_detail}.
 */
@Component
class DiagnosisReader {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private final JsonMapper json;

	DiagnosisReader(JsonMapper json) {
		this.json = json;
	}

	@Nullable Diagnosis read(ResultSet row) throws SQLException {
		return read(row.getString("diagnosis"), row.getString("diagnosis_detail"));
	}

	@Nullable Diagnosis read(@Nullable String kind, @Nullable String details) {
		return (kind != null) ? new Diagnosis(DiagnosisKind.valueOf(kind),
				(details != null) ? this.json.readValue(details, DETAILS) : Map.of()) : null;
	}

}
