package io.channelkeeper.network;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of a network's answer, read without expecting much: a field that is missing or
 * of another type than it should be is simply not there, a number may be written as text.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

	/** Invisible characters, and those that turn the reading direction. */
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200d]]");

	private static final int LONGEST_LABEL = 200;

	/** An id or a name of a field that can be kept, compared and put into an address. */
	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,255}");

	/** No profile has more numbers; a network that says so is mistaken. */
	private static final int MOST_FIGURES = 50;

	private static final long YEAR_9999 = 253_402_300_799L;

	private final JsonNode node;

	private Json(JsonNode node) {
		this.node = node;
	}

	/** What the bytes say, or null where they are no JSON. */
	public static @Nullable Json read(byte @Nullable [] bytes) {
		if (bytes == null || bytes.length == 0) {
			return null;
		}
		try {
			JsonNode node = MAPPER.readTree(bytes);
			return (node != null && !node.isMissingNode()) ? new Json(node) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/** The same for a header that holds JSON. */
	public static @Nullable Json read(@Nullable String text) {
		return (text != null) ? read(text.getBytes(StandardCharsets.UTF_8)) : null;
	}

	public boolean isObject() {
		return this.node.isObject();
	}

	/** Whether it is an object that says nothing at all. */
	public boolean isEmpty() {
		return this.node.isObject() && this.node.isEmpty();
	}

	/** Whether it is nothing but {@code true}. */
	public boolean isTrue() {
		return this.node.isBoolean() && this.node.booleanValue();
	}

	/** A text as it stands, such as an id or a token; a number counts as its digits. */
	public @Nullable String text(String name) {
		JsonNode field = this.node.path(name);
		if (field.isString()) {
			return field.stringValue().isBlank() ? null : field.stringValue();
		}
		return field.isIntegralNumber() ? field.asString() : null;
	}

	/**
	 * An id as networks make them; what cannot be one, because it is endless or has
	 * anything but visible letters in it, is not there.
	 */
	public @Nullable String id(String name) {
		String text = text(name);
		return (text != null && ID.matcher(text).matches()) ? text : null;
	}

	/** A text for people: nothing invisible in it, and not endless. */
	public @Nullable String label(String name) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		String clean = HIDDEN.matcher(text).replaceAll("").strip();
		String label = clean.substring(0,
				clean.offsetByCodePoints(0, Math.min(clean.codePointCount(0, clean.length()), LONGEST_LABEL)));
		return label.isEmpty() ? null : label;
	}

	public @Nullable Long number(String name) {
		return number(this.node.path(name));
	}

	public @Nullable Boolean flag(String name) {
		JsonNode field = this.node.path(name);
		if (field.isBoolean()) {
			return field.booleanValue();
		}
		String text = text(name);
		return (text != null && text.matches("true|false")) ? Boolean.valueOf(text) : null;
	}

	/** A moment in seconds since 1970; 0 and what is no moment are null. */
	public @Nullable Instant moment(String name) {
		Long seconds = number(name);
		return (seconds != null && seconds > 0 && seconds <= YEAR_9999) ? Instant.ofEpochSecond(seconds) : null;
	}

	/** An address of the web, or null. */
	public @Nullable URI address(String name) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		try {
			URI uri = URI.create(text);
			return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null ? uri
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The object with this name, or null. */
	public @Nullable Json object(String name) {
		JsonNode field = this.node.path(name);
		return field.isObject() ? new Json(field) : null;
	}

	public boolean hasList(String name) {
		return this.node.path(name).isArray();
	}

	/** The objects in the list with this name. */
	public List<Json> objects(String name) {
		return this.node.path(name).values().stream().filter(JsonNode::isObject).map(Json::new).toList();
	}

	/**
	 * The objects of a list that is itself the value of some field, one list after
	 * another.
	 */
	public List<Json> objectsOfAll() {
		return this.node.values()
			.stream()
			.flatMap((field) -> field.values().stream())
			.filter(JsonNode::isObject)
			.map(Json::new)
			.toList();
	}

	/** The texts in the list with this name. */
	public List<String> texts(String name) {
		return this.node.path(name).values().stream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
	}

	/** Every field that counts something, ids left out. */
	public Map<String, Long> figures() {
		Map<String, Long> figures = new LinkedHashMap<>();
		this.node.properties().forEach((field) -> {
			Long number = number(field.getValue());
			if (number != null && number >= 0 && isFigure(field.getKey()) && figures.size() < MOST_FIGURES) {
				figures.put(field.getKey(), number);
			}
		});
		return figures;
	}

	private static boolean isFigure(String name) {
		return !name.equals("id") && !name.endsWith("_id") && ID.matcher(name).matches();
	}

	/** The answer in clear may hold tokens. */
	@Override
	public String toString() {
		return "Json[…]";
	}

	private static @Nullable Long number(JsonNode field) {
		if (field.isIntegralNumber() && field.canConvertToLong()) {
			return field.longValue();
		}
		return (field.isString() && WHOLE_NUMBER.matcher(field.stringValue()).matches())
				? Long.valueOf(field.stringValue()) : null;
	}

}
