package io.channelkeeper.network;

import java.util.Map;

/**
 * What was missing, with the names that belong into the sentence.
 *
 * @param kind what was missing
 * @param details see {@link DiagnosisKind}; plain text of the network, to be escaped like
 * any input
 */
public record Diagnosis(DiagnosisKind kind, Map<String, String> details) {

	public Diagnosis {
		details = Map.copyOf(details);
	}

	public static Diagnosis of(DiagnosisKind kind) {
		return new Diagnosis(kind, Map.of());
	}

	public static Diagnosis of(DiagnosisKind kind, String name, String value) {
		return new Diagnosis(kind, Map.of(name, value));
	}

}
