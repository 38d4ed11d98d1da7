package io.channelkeeper.network;

import java.util.HashMap;
import java.util.Map;

/**
 * What was missing, with the names that belong into the sentence.
 *
 * @param kind what was missing
 * @param details see {@link DiagnosisKind}; plain text of the network, to be escaped like
 * any input
 */
public record Diagnosis(DiagnosisKind kind, Map<String, String> details) {

	/** The detail that names the network whose own words fit better. */
	public static final String NETWORK = "network";

	public Diagnosis {
		details = Map.copyOf(details);
	}

	public static Diagnosis of(DiagnosisKind kind) {
		return new Diagnosis(kind, Map.of());
	}

	public static Diagnosis of(DiagnosisKind kind, String name, String value) {
		return new Diagnosis(kind, Map.of(name, value));
	}

	/**
	 * The same as it is at one network: {@link Guidance} then prefers the network's own
	 * words, {@code network.<id>.diagnosis.<kind>.…}
	 */
	public Diagnosis at(NetworkId network) {
		Map<String, String> all = new HashMap<>(this.details);
		all.put(NETWORK, network.value());
		return new Diagnosis(this.kind, all);
	}

}
