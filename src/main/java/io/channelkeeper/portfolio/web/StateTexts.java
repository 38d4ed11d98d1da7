package io.channelkeeper.portfolio.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.InvitedGlimpse;
import io.channelkeeper.support.web.Moments;

/**
 * Finds the words for how a channel stands: the state and its second line.
 */
@Component
class StateTexts {

	/** Networks pause for a moment all the time. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final MessageSource messages;

	private final NetworkTexts networks;

	private final Clock clock;

	StateTexts(MessageSource messages, NetworkTexts networks, Clock clock) {
		this.messages = messages;
		this.networks = networks;
		this.clock = clock;
	}

	Reader reader(Viewer viewer, Locale language) {
		return new Reader(this.messages, new Moments(this.messages, this.clock, language), language, viewer.zone());
	}

	StateChip chip(ChannelGlimpse channel, Reader reader) {
		Instant moment = moment(channel);
		return new StateChip(tone(channel), icon(channel), word(channel, reader), line(channel, reader),
				note(channel, reader), (moment != null) ? reader.full(moment) : null);
	}

	/** A creator without any channel yet. */
	StateChip none(Reader reader) {
		return new StateChip("neutral", "circle-dashed", reader.text("portfolio.no-channels"),
				reader.text("portfolio.no-channels.line"), null, null);
	}

	private static String tone(ChannelGlimpse channel) {
		return switch (channel.state()) {
			case CONNECTED -> "good";
			case INVITED -> needsHelp(channel) ? "attention" : "neutral";
			case EXPIRING, NOT_ELIGIBLE -> "attention";
			case EXPIRED, INVALID, UNREADABLE -> "bad";
			case NOT_CONNECTED, DISCONNECTED -> "neutral";
		};
	}

	private static String icon(ChannelGlimpse channel) {
		return switch (channel.state()) {
			case NOT_CONNECTED -> "circle-dashed";
			case INVITED -> invitedIcon(channel);
			case CONNECTED -> "circle-check";
			case EXPIRING -> "clock-exclamation";
			case EXPIRED -> "clock-x";
			case INVALID -> "plug-connected-x";
			case UNREADABLE -> "key-off";
			case DISCONNECTED -> "plug-off";
			case NOT_ELIGIBLE -> "lock";
		};
	}

	/** The state in a word or two. */
	String word(ChannelGlimpse channel, Reader reader) {
		return switch (channel.state()) {
			case EXPIRING -> expires(channel.renewBy(), reader);
			case INVALID -> reader.text("state.INVALID", this.networks.cause(channel, reader));
			default -> reader.text("state." + channel.state());
		};
	}

	private String expires(@Nullable Instant deadline, Reader reader) {
		if (deadline == null) {
			return reader.text("state.EXPIRING");
		}
		long days = ChronoUnit.DAYS.between(this.clock.instant().atZone(reader.zone()).toLocalDate(),
				deadline.atZone(reader.zone()).toLocalDate());
		if (days <= 0) {
			return reader.text("state.EXPIRING.today", reader.time(deadline));
		}
		return (days == 1) ? reader.text("state.EXPIRING.tomorrow") : reader.text("state.EXPIRING.days", days);
	}

	private String line(ChannelGlimpse channel, Reader reader) {
		return switch (channel.state()) {
			case NOT_CONNECTED -> notConnected(channel, reader);
			case INVITED -> invited(channel, reader);
			case CONNECTED -> renewal(channel, reader);
			case EXPIRING -> expiring(channel, reader);
			case EXPIRED -> cost("portfolio.line.expired", channel, reader);
			case INVALID -> cost("portfolio.line.invalid", channel, reader);
			case UNREADABLE -> reader.text("portfolio.line.unreadable");
			case DISCONNECTED -> disconnected(channel, reader);
			case NOT_ELIGIBLE -> reader.text(ineligible(channel.ineligible()));
		};
	}

	/** What an interruption costs; only what comes from this network is named (H-1). */
	private String cost(String key, ChannelGlimpse channel, Reader reader) {
		return since(this.networks.tells(channel.network()) ? key : "portfolio.line.nothing", channel, reader);
	}

	private String expiring(ChannelGlimpse channel, Reader reader) {
		if (isAsked(channel)) {
			return invited(channel, reader);
		}
		return isInDoubt(channel) ? doubt(channel, reader) : renewal(channel, reader);
	}

	/** What is under way beside the second line; it never hides the state. */
	private @Nullable String note(ChannelGlimpse channel, Reader reader) {
		if (channel.state() == ConnectionState.UNREADABLE) {
			return cost("portfolio.line.invalid", channel, reader);
		}
		if (isInDoubt(channel) && (isAsked(channel) || channel.state() == ConnectionState.CONNECTED)) {
			return doubt(channel, reader);
		}
		Instant since = channel.noAnswerSince();
		if (since == null || !channel.state().hasLogin() || since.isAfter(this.clock.instant().minus(PATIENCE))) {
			return null;
		}
		boolean today = since.atZone(reader.zone())
			.toLocalDate()
			.equals(this.clock.instant().atZone(reader.zone()).toLocalDate());
		return today ? reader.text("portfolio.line.no-answer", this.networks.provider(channel), reader.time(since))
				: reader.text("portfolio.line.no-answer.day", this.networks.provider(channel), reader.day(since));
	}

	private static boolean isInDoubt(ChannelGlimpse channel) {
		return channel.inDoubtSince() != null && !channel.state().isInterrupted() && channel.state().hasLogin();
	}

	private static String doubt(ChannelGlimpse channel, Reader reader) {
		Instant deadline = channel.renewBy();
		return (deadline != null) ? reader.text("portfolio.line.doubt", reader.day(deadline), reader.time(deadline))
				: reader.text("portfolio.line.doubt.open");
	}

	private static String ineligible(Ineligibility.@Nullable Reason reason) {
		return switch (reason) {
			case PRIVATE -> "portfolio.line.private";
			case NOT_SHOWN -> "portfolio.line.not-shown";
			case PERSONAL -> "portfolio.line.personal";
			case null -> "portfolio.line.personal";
		};
	}

	private static String invitedIcon(ChannelGlimpse channel) {
		if (!needsHelp(channel)) {
			return "send";
		}
		return (channel.invitation() != null && channel.invitation().isUndelivered()) ? "mail-off" : "alert-triangle";
	}

	/** Invited, and without somebody's help it does not go on. */
	private static boolean needsHelp(ChannelGlimpse channel) {
		return channel.invitation() != null && (channel.invitation().isStuck() || channel.invitation().isUndelivered());
	}

	private static boolean isAsked(ChannelGlimpse channel) {
		return channel.invitation() != null && channel.invitation().isWaiting();
	}

	/**
	 * That the creator was asked about an interruption, and opened it or not; or null.
	 */
	@Nullable String asked(ChannelGlimpse channel, String creatorName, Reader reader) {
		InvitedGlimpse invitation = channel.invitation();
		if (invitation == null || !invitation.isWaiting() || channel.state() == ConnectionState.UNREADABLE
				|| !channel.state().isInterrupted()) {
			return null;
		}
		if (invitation.isStuck() || invitation.isUndelivered()) {
			return invited(channel, reader);
		}
		return reader.text(
				"portfolio.line.creator-asked." + (invitation.state().equals("SENT") ? "not-opened" : "opened"),
				creatorName, reader.day(invitation.sentAt()), reader.relative(invitation.since()));
	}

	private String notConnected(ChannelGlimpse channel, Reader reader) {
		InvitedGlimpse invitation = channel.invitation();
		if (invitation == null || invitation.isWaiting() || invitation.state().equals("CONFIRMED")) {
			return reader.text("portfolio.line.not-invited");
		}
		return reader.text("portfolio.line.ended." + invitation.state(), reader.relative(invitation.since()));
	}

	private String invited(ChannelGlimpse channel, Reader reader) {
		InvitedGlimpse invitation = channel.invitation();
		if (invitation == null) {
			return since("portfolio.line.asked", channel, reader);
		}
		if (invitation.isStuck()) {
			return reader.text("invitation.state.stuck", this.networks.diagnosis(channel, invitation, reader));
		}
		if (invitation.isUndelivered()) {
			return reader.text("invitation.refused-mail");
		}
		return switch (invitation.state()) {
			case "OPENED" -> reader.text("portfolio.line.opened", reader.relative(invitation.since()));
			case "STARTED" -> reader.text("portfolio.line.started", this.networks.provider(channel, invitation),
					reader.relative(invitation.since()));
			default -> reader.text(invitation.byMail() ? "portfolio.line.sent" : "portfolio.line.link-ready",
					reader.relative(invitation.sentAt()));
		};
	}

	private String renewal(ChannelGlimpse channel, Reader reader) {
		Instant deadline = channel.renewBy();
		if (deadline == null || channel.renewBySource() == DeadlineSource.NONE) {
			return reader.text("portfolio.line.renews-itself");
		}
		return reader.text("portfolio.line.renew." + channel.renewBySource(), reader.day(deadline),
				this.networks.provider(channel));
	}

	private static String disconnected(ChannelGlimpse channel, Reader reader) {
		String day = (channel.since() != null) ? reader.day(channel.since()) : "–";
		return (channel.disconnectedBy() != null)
				? reader.text("portfolio.line.disconnected.member", channel.disconnectedBy(), day)
				: reader.text("portfolio.line.disconnected.creator", day);
	}

	private static String since(String key, ChannelGlimpse channel, Reader reader) {
		return reader.text(key, (channel.since() != null) ? reader.day(channel.since()) : "–");
	}

	private static @Nullable Instant moment(ChannelGlimpse channel) {
		return switch (channel.state()) {
			case CONNECTED, EXPIRING -> channel.renewBy();
			case INVITED -> (channel.invitation() != null) ? channel.invitation().since() : channel.since();
			default -> channel.since();
		};
	}

}
