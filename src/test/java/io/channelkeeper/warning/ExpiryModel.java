package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;

/**
 * What has to be told, counted in the most obvious way: channel by channel, day by day,
 * by the calendar of {@code java.time}.
 */
class ExpiryModel {

	final List<Organization> organizations = new ArrayList<>();

	final List<Channel> channels = new ArrayList<>();

	final Set<ExpiryScene.Told> told = new HashSet<>();

	/** Somebody looks what is due. */
	void look(Instant now) {
		for (Channel channel : this.channels) {
			Instant deadline = channel.deadline;
			if (deadline != null && channel.isWarnedOf()) {
				look(channel, deadline, now);
			}
		}
	}

	private void look(Channel channel, Instant deadline, Instant now) {
		Rule rule = channel.organization.rule(channel.network, channel.kind);
		Integer mostUrgent = null;
		for (int days : rule.days) {
			boolean come = !channel.organization.moment(deadline, days).isAfter(now);
			if (come && (mostUrgent == null || days < mostUrgent)) {
				mostUrgent = days;
			}
		}
		if (mostUrgent == null) {
			return;
		}
		Instant moment = channel.organization.moment(deadline, mostUrgent);
		boolean tooOld = !moment.isAfter(now.minus(Duration.ofDays(7)));
		boolean knownWhenConnected = !moment.isAfter(channel.connected);
		boolean beforeTheRule = rule.changed != null && !moment.isAfter(rule.changed);
		if (!tooOld && !knownWhenConnected && !beforeTheRule && !channel.wasTold(deadline, mostUrgent)) {
			channel.ends.add(new End(deadline, mostUrgent));
			for (UUID member : channel.organization.members) {
				this.told.add(new ExpiryScene.Told(member, channel.id, deadline, mostUrgent));
			}
		}
	}

	/** An organization as the model sees it. */
	static class Organization {

		final UUID id;

		final List<UUID> members = new ArrayList<>();

		final Map<String, Rule> rules = new HashMap<>();

		ZoneId zone;

		int hour = ExpiryScene.HOUR;

		Organization(UUID id, ZoneId zone) {
			this.id = id;
			this.zone = zone;
		}

		/**
		 * So many days before the day of the deadline, at the hour, as people there say.
		 */
		Instant moment(Instant deadline, int days) {
			LocalDate day = deadline.atZone(this.zone).toLocalDate().minusDays(days);
			return ZonedDateTime.of(day, LocalTime.of(this.hour, 0), this.zone).withLaterOffsetAtOverlap().toInstant();
		}

		Rule rule(NetworkId network, ChannelKind kind) {
			Rule own = this.rules.get(network + " " + kind);
			if (own != null) {
				return own;
			}
			for (WarningRule usual : ExpiryScene.USUAL) {
				if (usual.network().equals(network) && usual.kind() == kind) {
					return new Rule(usual.days().values(), null);
				}
			}
			throw new IllegalStateException("No rule");
		}

	}

	/** A channel as the model sees it. */
	static class Channel {

		final UUID id;

		final Organization organization;

		final NetworkId network;

		final List<End> ends = new ArrayList<>();

		ChannelKind kind;

		Instant connected;

		@Nullable Instant deadline;

		boolean disconnected;

		boolean invalid;

		boolean lost;

		boolean archived;

		Channel(UUID id, Organization organization, NetworkId network, ChannelKind kind, Instant connected,
				Instant deadline) {
			this.id = id;
			this.organization = organization;
			this.network = network;
			this.kind = kind;
			this.connected = connected;
			this.deadline = deadline;
		}

		boolean isWarnedOf() {
			return !this.disconnected && !this.invalid && !this.lost && !this.archived;
		}

		/** Whether as much, or more, was told of the same end. */
		boolean wasTold(Instant deadline, int days) {
			for (End end : this.ends) {
				boolean same = Duration.between(end.deadline, deadline).abs().compareTo(Duration.ofHours(1)) < 0;
				if (same && end.days <= days) {
					return true;
				}
			}
			return false;
		}

	}

	/**
	 * A rule of an organization.
	 *
	 * @param days in any order
	 * @param changed since when it holds, or null for always
	 */
	record Rule(List<Integer> days, @Nullable Instant changed) {
	}

	/** A warning that was told. */
	record End(Instant deadline, int days) {
	}

}
