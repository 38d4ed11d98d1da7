package io.channelkeeper.warning.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.warning.WarningDays;
import io.channelkeeper.warning.WarningRule;

/**
 * The field in which the days of one rule are typed.
 *
 * @param rule what holds now
 * @param typed what was typed, or null if nothing was sent
 */
record DaysField(WarningRule rule, @Nullable String typed) {

	/** Under which the browser sends it. */
	public String name() {
		return this.rule.network() + "-" + this.rule.kind();
	}

	public String kind() {
		return this.rule.kind().name();
	}

	public String text() {
		return (this.typed != null) ? this.typed : this.rule.days().toString();
	}

	public boolean wrong() {
		return days().isEmpty();
	}

	/** What is to hold, or empty if it cannot. */
	Optional<WarningDays> days() {
		return (this.typed != null) ? WarningDays.parse(this.typed) : Optional.of(this.rule.days());
	}

}
