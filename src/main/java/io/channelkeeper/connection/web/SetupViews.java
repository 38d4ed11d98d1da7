package io.channelkeeper.connection.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.NetworkDesk.ApiStanding;
import io.channelkeeper.connection.NetworkDesk.CheckStanding;
import io.channelkeeper.connection.NetworkDesk.HelpStanding;
import io.channelkeeper.connection.NetworkDesk.ProviderStanding;
import io.channelkeeper.connection.NetworkDesk.PushStanding;
import io.channelkeeper.connection.NetworkDesk.SignInStanding;
import io.channelkeeper.connection.NetworkDesk.Webhook;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Guidance;

/**
 * Puts into words how a provider is set up.
 */
@Component
class SetupViews {

	/** What every provider's folder may say to an operator, in this order. */
	private static final List<String> TOPICS = List.of("products", "today", "review", "cost");

	/** A refresh token that lives no longer was given to an application in testing. */
	private static final int SHORT_LIFE_DAYS = 8;

	private final MessageSource messages;

	private final Guidance guidance;

	SetupViews(MessageSource messages, Guidance guidance) {
		this.messages = messages;
		this.guidance = guidance;
	}

	SetupView view(ProviderStanding standing, Locale language) {
		String id = standing.provider().id().value();
		String prefix = "provider." + id + ".setup.";
		List<Topic> topics = TOPICS.stream()
			.flatMap((topic) -> Stream.ofNullable(text(prefix + topic, language))
				.map((text) -> new Topic("connection.networks.topic." + topic, text)))
			.toList();
		List<String> scopes = standing.provider()
			.ways()
			.stream()
			.flatMap((way) -> way.permissions().stream())
			.map((permission) -> permission.scope())
			.distinct()
			.toList();
		Long days = standing.shortestDays();
		return new SetupView(id, standing.provider().name(), standing.configured(), standing.redirectAddress(),
				standing.networks()
					.stream()
					.filter((network) -> !network.equals(standing.provider().name()))
					.collect(Collectors.joining(", ")),
				scopes, environment(id), topics, text(prefix + "console", language), standing.apis(),
				standing.lastSignIn(), trouble(standing.lastSignIn(), language), standing.check(),
				(days != null && days <= SHORT_LIFE_DAYS) ? text(prefix + "short-life", language) : null,
				standing.webhooks().stream().map((webhook) -> hook(id, webhook, language)).toList(), standing.push(),
				standing.helped());
	}

	/** The provider's own name for what has to be registered there. */
	private Hook hook(String id, Webhook webhook, Locale language) {
		String key = "provider." + id + ".push" + (webhook.kind().isEmpty() ? "" : "." + webhook.kind());
		return new Hook(this.messages.getMessage(key, null, language), webhook.address());
	}

	private @Nullable String trouble(@Nullable SignInStanding signIn, Locale language) {
		String kind = (signIn != null) ? signIn.diagnosis() : null;
		return (kind != null) ? this.guidance.generally(DiagnosisKind.valueOf(kind), language) : null;
	}

	/** The very lines to put into the environment. */
	private static String environment(String id) {
		String start = "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_" + id.replace("-", "").toUpperCase(Locale.ROOT);
		return start + "_CLIENT_ID=…\n" + start + "_CLIENT_SECRET=…";
	}

	private @Nullable String text(String key, Locale language) {
		return this.messages.getMessage(key, null, null, language);
	}

	/**
	 * A provider on the page.
	 *
	 * @param id its id
	 * @param name its name
	 * @param configured whether it is set up
	 * @param redirectAddress what to register there
	 * @param networks names of its networks, unless they are its own
	 * @param scopes permissions needed, in the provider's words
	 * @param environment lines for the environment
	 * @param topics what an operator has to know
	 * @param console address of the provider's console, or null
	 * @param apis how its APIs last answered
	 * @param lastSignIn the last sign-in, or null
	 * @param signInTrouble what was missing in it, or null
	 * @param check the last check of the credentials, or null
	 * @param shortLife what a suspiciously short life of tokens means, or null
	 * @param hooks addresses that it calls
	 * @param push what it last told by itself, or null
	 * @param helped whether its help pages helped
	 */
	record SetupView(String id, String name, boolean configured, String redirectAddress, String networks,
			List<String> scopes, String environment, List<Topic> topics, @Nullable String console,
			List<ApiStanding> apis, @Nullable SignInStanding lastSignIn, @Nullable String signInTrouble,
			@Nullable CheckStanding check, @Nullable String shortLife, List<Hook> hooks, @Nullable PushStanding push,
			List<HelpStanding> helped) {
	}

	/**
	 * An address that a provider calls.
	 *
	 * @param name what it is called at the provider
	 * @param address the address
	 */
	record Hook(String name, String address) {
	}

	/**
	 * Something that an operator has to know.
	 *
	 * @param key message key of its heading
	 * @param text what it says
	 */
	record Topic(String key, String text) {
	}

}
