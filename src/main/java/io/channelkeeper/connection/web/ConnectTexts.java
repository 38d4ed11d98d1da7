package io.channelkeeper.connection.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectPlan;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.LastSignIn;
import io.channelkeeper.connection.Sibling;
import io.channelkeeper.connection.Troubleshooter;
import io.channelkeeper.connection.web.ConnectView.Point;
import io.channelkeeper.connection.web.ConnectView.Trouble;
import io.channelkeeper.connection.web.ConnectView.Way;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Entrance;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.WayOut;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.Moments;

/**
 * Says what has to be known before leaving for a network.
 */
@Component
class ConnectTexts {

	private final MessageSource messages;

	private final SignInProviders providers;

	private final Guidance guidance;

	private final Troubleshooter troubleshooter;

	private final Clock clock;

	ConnectTexts(MessageSource messages, SignInProviders providers, Guidance guidance, Troubleshooter troubleshooter,
			Clock clock) {
		this.troubleshooter = troubleshooter;
		this.messages = messages;
		this.providers = providers;
		this.guidance = guidance;
		this.clock = clock;
	}

	/**
	 * What one reader is told.
	 * @param other whether another person is to take over; nothing to take over is a
	 * plain connection
	 */
	ConnectView view(ConnectPlan plan, boolean other, Viewer viewer, Locale language) {
		Telling telling = new Telling(plan, language, viewer, this.messages);
		boolean replacing = other && plan.isConnected();
		return new ConnectView(telling.text(title(plan, replacing), plan.handle()), replacing, trouble(telling),
				cost(telling), last(telling), replacing ? replaced(telling) : null,
				replacing ? null : named(telling, "connection.back-too", plan.broughtBack()),
				carried(telling, replacing), choose(telling, replacing),
				plan.ways().stream().map((way) -> way(telling, way)).toList());
	}

	private static String title(ConnectPlan plan, boolean replacing) {
		if (replacing) {
			return "connection.other.title";
		}
		return plan.isConnected() ? "connection.reconnect.title" : "connection.connect.title";
	}

	private @Nullable Trouble trouble(Telling telling) {
		ChannelStanding standing = telling.plan().standing();
		Cause cause = standing.cause();
		if (!standing.state().isInterrupted()) {
			return null;
		}
		String state = telling.text("state." + standing.state(),
				(cause != null) ? this.guidance.cause(cause, standing.causeDetail(), telling.language()) : "");
		Instant since = standing.since();
		String stands = (since != null) ? telling.text("connection.stands", state, day(telling, since)) : state;
		List<WayOut> ways = this.troubleshooter.of(standing.state(), cause, standing.causeDetail(), entrance(telling),
				telling.language());
		if (standing.state() == ConnectionState.UNREADABLE) {
			return new Trouble(stands, true, null, List.of(telling.text("connection.unreadable")), ways);
		}
		return (cause != null)
				? new Trouble(stands, cause.needsAStepBefore(), lead(telling, cause), steps(telling, cause), ways)
				: new Trouble(stands, false, null, List.of(), ways);
	}

	private @Nullable String lead(Telling telling, Cause cause) {
		return cause.needsAStepBefore() ? telling.text("connection.first", provider(telling)) : null;
	}

	/** The whole way out where the network has one of its own (M-22 to M-25). */
	private List<String> steps(Telling telling, Cause cause) {
		Entrance entrance = entrance(telling);
		return cause.needsAStepBefore() ? this.guidance.wayOut(cause, null, entrance, telling.language()).steps()
				: List.of(this.guidance.firstStep(cause, entrance, telling.language()));
	}

	private Entrance entrance(Telling telling) {
		LastSignIn last = telling.plan().last();
		return new Entrance(telling.plan().network().id(), (last != null) ? last.provider() : null, provider(telling));
	}

	/** Only what this channel really feeds (H-1). */
	private static @Nullable String cost(Telling telling) {
		ConnectPlan plan = telling.plan();
		if (!plan.standing().state().isInterrupted()) {
			return null;
		}
		boolean figures = plan.channel().followers() != null
				|| plan.network().reports().contains(ProfileFact.FOLLOWERS);
		boolean picture = !plan.network().pictureHosts().isEmpty();
		String what = figures ? (picture ? "both" : "figures") : (picture ? "picture" : "none");
		String cost = telling.text("connection.cost." + what);
		return plan.readThrough().isEmpty() ? cost
				: cost + " " + telling.text("connection.cost.read", String.join(", ", plan.readThrough()));
	}

	private @Nullable String last(Telling telling) {
		LastSignIn last = telling.plan().last();
		if (last == null) {
			return null;
		}
		ProviderId provider = last.provider();
		String account = last.account();
		return (provider != null && account != null)
				? telling.text("connection.last.account", last.name(), day(telling, last.at()),
						this.providers.get(provider).name(), account)
				: telling.text("connection.last", last.name(), day(telling, last.at()));
	}

	private static String replaced(Telling telling) {
		ConnectPlan plan = telling.plan();
		String replaced = telling.text("connection.replaced", plan.others().size());
		boolean bound = !telling.viewer().may(Action.CONNECT) && plan.others()
			.stream()
			.filter((other) -> !other.standing().state().isInterrupted())
			.anyMatch((other) -> !other.channel().creatorId().equals(plan.creator().id()));
		return bound ? replaced + " " + telling.text("connection.replaced.bound") : replaced;
	}

	private static @Nullable String carried(Telling telling, boolean replacing) {
		List<Sibling> others = telling.plan().others();
		List<Sibling> rest = replacing ? others
				: others.stream().filter((other) -> !other.standing().state().isInterrupted()).toList();
		return named(telling, replacing ? "connection.carries" : "connection.carries-too", rest);
	}

	private @Nullable String choose(Telling telling, boolean replacing) {
		return (replacing || telling.plan().others().isEmpty()) ? null
				: telling.text("connection.choose-all", provider(telling));
	}

	private static @Nullable String named(Telling telling, String key, List<Sibling> channels) {
		return channels.isEmpty() ? null
				: telling.text(key, channels.stream().map(Sibling::named).collect(Collectors.joining(", ")));
	}

	private Way way(Telling telling, SignInWay way) {
		String name = this.providers.get(way.provider()).name();
		String handle = telling.plan().handle();
		String whose = telling.plan().isConnected() && telling.plan().standing().connectedByCreator()
				? "connection.reconnect.creator" : "connection.connect.whose";
		return new Way(way.provider().value(), name, telling.text(way.gives()),
				telling.text(whose, handle, name, telling.plan().creator().name()),
				telling.text("connection.leaving.whose", name, handle), telling.text("connection.leaving.change", name),
				way.preparation()
					.stream()
					.map((point) -> new Point(telling.text(point + ".title"), telling.text(point + ".how")))
					.toList(),
				way.permissions()
					.stream()
					.map((permission) -> new Point(telling.text(permission.key() + ".name"),
							telling.forMember(permission.key() + ".reason")))
					.toList());
	}

	private String provider(Telling telling) {
		LastSignIn last = telling.plan().last();
		ProviderId provider = (last != null) ? last.provider() : null;
		return (provider != null) ? this.providers.get(provider).name() : telling.plan().network().name();
	}

	private String day(Telling telling, Instant moment) {
		return new Moments(this.messages, this.clock, telling.language()).day(moment, telling.viewer().zone());
	}

	/**
	 * What is told to whom.
	 *
	 * @param plan what is known
	 * @param language in which language
	 * @param viewer to whom
	 * @param messages the words
	 */
	private record Telling(ConnectPlan plan, Locale language, Viewer viewer, MessageSource messages) {

		/** Where creators are addressed, members have their own sentence. */
		String forMember(String key) {
			String own = this.messages.getMessage(key + ".member", null, null, this.language);
			return (own != null) ? own : text(key);
		}

		String text(String key, Object... arguments) {
			return Objects.requireNonNull(this.messages.getMessage(key, arguments, key, this.language));
		}

	}

}
