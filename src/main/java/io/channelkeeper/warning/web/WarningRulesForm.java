package io.channelkeeper.warning.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.warning.WarningRule;

/**
 * When an organization is warned that connections end, as typed. What was not sent stays
 * as it is.
 *
 * @param networks one for each network
 * @param hour the hour of the day that holds now
 * @param typedHour what was chosen instead, or null if nothing was sent
 * @param renewalMails whether creators are reminded
 */
record WarningRulesForm(List<NetworkDays> networks, int hour, @Nullable String typedHour, boolean renewalMails) {

	/** Name of the parameter; a rule's contains a dash. */
	static final String HOUR = "hour";

	/** Name of the box that is ticked; with an underscore it says that there was one. */
	static final String RENEWALS = "renewals";

	/** What holds now, and what was sent instead. */
	static WarningRulesForm of(List<NetworkDays> networks, int hour, boolean renewalMails, Map<String, String> sent) {
		return new WarningRulesForm(networks.stream().map((network) -> network.with(sent)).toList(), hour,
				sent.get(HOUR), sent.containsKey("_" + RENEWALS) ? sent.containsKey(RENEWALS) : renewalMails);
	}

	public boolean wrongHour() {
		return this.typedHour != null && !this.typedHour.matches("[01]?[0-9]|2[0-3]");
	}

	/** The hour to be shown as chosen, and to hold unless something is wrong. */
	public int chosenHour() {
		return (this.typedHour != null && !wrongHour()) ? Integer.parseInt(this.typedHour) : this.hour;
	}

	public boolean wrong() {
		return wrongHour() || fields().anyMatch(DaysField::wrong);
	}

	/** What is to hold; only where nothing is wrong. */
	List<WarningRule> rules() {
		return fields()
			.map((field) -> new WarningRule(field.rule().network(), field.rule().kind(), field.days().orElseThrow()))
			.toList();
	}

	private Stream<DaysField> fields() {
		return this.networks.stream().flatMap((network) -> network.fields().stream());
	}

	/**
	 * The rules of one network.
	 *
	 * @param id which network
	 * @param name what it is called
	 * @param fields one for each kind of channel
	 */
	record NetworkDays(String id, String name, List<DaysField> fields) {

		private NetworkDays with(Map<String, String> sent) {
			return new NetworkDays(this.id, this.name,
					this.fields.stream().map((field) -> new DaysField(field.rule(), sent.get(field.name()))).toList());
		}

	}

}
