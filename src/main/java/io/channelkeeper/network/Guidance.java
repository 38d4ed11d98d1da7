package io.channelkeeper.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts diagnoses and causes into words, with the names that belong into each sentence, so
 * that pages and mails only print them.
 */
@Component
public class Guidance {

	private final MessageSource messages;

	Guidance(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * What a member reads after "Stuck:".
	 * @param provider the provider's name
	 */
	public String shortly(Diagnosis diagnosis, String provider, Locale language) {
		return text(diagnosis, "short", language, arguments(diagnosis, provider, language));
	}

	/**
	 * The same about a kind alone, whoever it happened to: in counters.
	 */
	public String generally(DiagnosisKind kind, Locale language) {
		String key = "diagnosis." + kind + ".";
		String own = this.messages.getMessage(key + "general", null, null, language);
		return (own != null) ? own : text(key + "short", language);
	}

	/**
	 * What the creator reads first.
	 * @param provider the provider's name
	 */
	public String heading(Diagnosis diagnosis, String provider, Locale language) {
		String form = (permissions(diagnosis).size() > 1) ? "heading.several" : "heading";
		return text(diagnosis, form, language, arguments(diagnosis, provider, language));
	}

	/**
	 * What the creator can do, in order.
	 * @param provider the provider's name
	 */
	public List<String> steps(Diagnosis diagnosis, String provider, PhoneSystem system, Locale language) {
		Object[] arguments = arguments(diagnosis, provider, language);
		return Stream.of(ownKey(diagnosis), key(diagnosis))
			.flatMap((key) -> Stream.of(key + "steps." + system.word() + ".", key + "steps."))
			.map((prefix) -> listed(prefix, language, arguments))
			.filter((steps) -> !steps.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * The same for a chat message: there is no page with a button, and nobody knows the
	 * phone.
	 * @param provider the provider's name
	 */
	public List<String> answer(Diagnosis diagnosis, String provider, Locale language) {
		Object[] arguments = arguments(diagnosis, provider, language);
		List<String> own = listed(ownKey(diagnosis) + "answer.", language, arguments);
		return own.isEmpty() ? listed(key(diagnosis) + "answer.", language, arguments) : own;
	}

	/**
	 * Why a connection is invalid.
	 * @param detail what belongs to it: the message key of a permission, or null
	 */
	public String cause(Cause cause, @Nullable String detail, Locale language) {
		boolean unnamed = cause == Cause.PERMISSION_MISSING && detail == null;
		return text("cause." + cause + (unnamed ? ".unnamed" : ""), language,
				(detail != null) ? permissionName(detail, language) : "");
	}

	/**
	 * What is to be done first about a cause, in the network's own words if it has some.
	 * @param provider the provider's name
	 */
	public String firstStep(Cause cause, NetworkId network, String provider, Locale language) {
		String key = "cause." + cause + ".step";
		Object[] names = { provider };
		String own = this.messages.getMessage("network." + network + "." + key, names, null, language);
		return (own != null) ? own : text(key, language, names);
	}

	/**
	 * The same where it is known through whom somebody signed in: then it is that
	 * provider's word.
	 */
	public String firstStep(Cause cause, Entrance entrance, Locale language) {
		String key = ".cause." + cause + ".step";
		return places(entrance).map((place) -> this.messages.getMessage(place + key, names(entrance), null, language))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> text("cause." + cause + ".step", language, names(entrance)));
	}

	/**
	 * What may be behind a cause that a network names, the most likely first, each with
	 * its way out (M-22 to M-25, M-35). What else fits stands in the network's folder.
	 * @param detail what belongs to the cause: the message key of a permission, or null
	 */
	public List<WayOut> waysOut(Cause cause, @Nullable String detail, Entrance entrance, Locale language) {
		List<Cause> fitting = places(entrance).map((place) -> listed(place + ".fits." + cause, language))
			.filter((causes) -> !causes.isEmpty())
			.findFirst()
			.orElse(List.of(cause));
		return fitting.stream().map((one) -> wayOut(one, (one == cause) ? detail : null, entrance, language)).toList();
	}

	/**
	 * The way out of one cause; where nothing more is told, its first step is all there
	 * is.
	 */
	public WayOut wayOut(Cause cause, @Nullable String detail, Entrance entrance, Locale language) {
		List<String> steps = steps(cause, entrance, language);
		return new WayOut(cause, cause(cause, detail, language),
				steps.isEmpty() ? List.of(firstStep(cause, entrance, language)) : steps);
	}

	/** What to do when a connection lasted as long as the network lets it. */
	public WayOut atTheEnd(Entrance entrance, Locale language) {
		return new WayOut(null, text("state.EXPIRED", language), listed("expired.steps.", language, names(entrance)));
	}

	/** What to do when we cannot read what carries a connection. */
	public WayOut withoutKey(Locale language) {
		return new WayOut(null, text("state.UNREADABLE", language),
				listed("unreadable.steps.", language, new Object[0]));
	}

	/** Every way out that a network's folder describes, the most likely cause first. */
	public List<WayOut> waysOut(Entrance entrance, Locale language) {
		List<Cause> usual = listed("network." + entrance.network() + ".usual", language);
		return Stream.concat(usual.stream(), Arrays.stream(Cause.values()))
			.distinct()
			.map((cause) -> new WayOut(cause, cause(cause, null, language), steps(cause, entrance, language)))
			.filter((way) -> !way.steps().isEmpty())
			.toList();
	}

	private List<String> steps(Cause cause, Entrance entrance, Locale language) {
		return places(entrance).map((place) -> listed(place + ".cause." + cause + ".steps.", language, names(entrance)))
			.filter((steps) -> !steps.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * Whoever is signed in at Facebook has to act there, for an Instagram channel too.
	 */
	private static Stream<String> places(Entrance entrance) {
		return Stream.of(entrance.through(), entrance.network())
			.filter(Objects::nonNull)
			.map((place) -> "network." + place)
			.distinct();
	}

	private static Object[] names(Entrance entrance) {
		return new Object[] { entrance.name() };
	}

	private List<Cause> listed(String key, Locale language) {
		String causes = Objects.requireNonNull(this.messages.getMessage(key, null, "", language));
		return Arrays.stream(causes.split(",", -1))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map(Cause::valueOf)
			.toList();
	}

	/** What a network's help page says about one topic (M-35). */
	public List<String> help(NetworkId network, String topic, Locale language) {
		return listed("network." + network + ".help." + topic + ".", language, new Object[0]);
	}

	private List<String> listed(String prefix, Locale language, Object[] arguments) {
		List<String> texts = new ArrayList<>();
		String next = this.messages.getMessage(prefix + 1, arguments, null, language);
		while (next != null) {
			texts.add(next);
			next = this.messages.getMessage(prefix + (texts.size() + 1), arguments, null, language);
		}
		return texts;
	}

	private Object[] arguments(Diagnosis diagnosis, String provider, Locale language) {
		Map<String, String> details = diagnosis.details();
		return switch (diagnosis.kind()) {
			case PERMISSION_DECLINED -> new Object[] { permissions(diagnosis).stream()
				.map((key) -> permissionName(key, language))
				.reduce((all, name) -> all + ", " + name)
				.orElse("") };
			case PAGE_NOT_PUBLISHED, NO_PROFESSIONAL_ACCOUNT, ROLE_TOO_SMALL -> named(details, "page");
			case OTHER_ACCOUNT -> named(details, "actual", "expected");
			case CONNECTED_BY_SOMEONE_ELSE -> named(details, "name");
			case STOPPED, NO_CHANNEL, NO_PAGE, PERSONAL_ACCOUNT, NETWORK_DOWN -> new Object[] { provider };
		};
	}

	private static Object[] named(Map<String, String> details, String... names) {
		return Stream.of(names).map((name) -> details.getOrDefault(name, "")).toArray();
	}

	private static List<String> permissions(Diagnosis diagnosis) {
		return Arrays.stream(diagnosis.details().getOrDefault("permissions", "").split(",", -1))
			.map(String::strip)
			.filter((key) -> !key.isEmpty())
			.toList();
	}

	private String permissionName(String key, Locale language) {
		return Objects.requireNonNull(this.messages.getMessage(key + ".name", null, key, language));
	}

	/** In the network's own words where it has some. */
	private String text(Diagnosis diagnosis, String part, Locale language, Object[] arguments) {
		String own = this.messages.getMessage(ownKey(diagnosis) + part, arguments, null, language);
		return (own != null) ? own : text(key(diagnosis) + part, language, arguments);
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

	private static String ownKey(Diagnosis diagnosis) {
		return "network." + diagnosis.details().getOrDefault(Diagnosis.NETWORK, "") + "." + key(diagnosis);
	}

	private static String key(Diagnosis diagnosis) {
		return "diagnosis." + diagnosis.kind() + ".";
	}

}
