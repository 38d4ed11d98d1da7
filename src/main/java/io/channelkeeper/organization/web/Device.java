package io.channelkeeper.organization.web;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Names browser and system in the way people do, from what the browser says of itself.
 */
final class Device {

	private static final List<String> BROWSERS = List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "Chrome",
			"CriOS", "Safari");

	private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");

	private Device() {
	}

	/** Such as "Firefox, Linux"; null when nothing is recognised. */
	static @Nullable String of(@Nullable String userAgent) {
		String browser = first(BROWSERS, userAgent).map(Device::name).orElse(null);
		String system = first(SYSTEMS, userAgent).orElse(null);
		if (browser == null || system == null) {
			return (browser != null) ? browser : system;
		}
		return browser + ", " + (system.equals("Mac OS X") ? "macOS" : system);
	}

	private static Optional<String> first(List<String> words, @Nullable String userAgent) {
		return words.stream().filter((word) -> userAgent != null && userAgent.contains(word)).findFirst();
	}

	private static String name(String word) {
		return switch (word) {
			case "Edg" -> "Edge";
			case "OPR" -> "Opera";
			case "SamsungBrowser" -> "Samsung Internet";
			case "FxiOS" -> "Firefox";
			case "CriOS" -> "Chrome";
			default -> word;
		};
	}

}
