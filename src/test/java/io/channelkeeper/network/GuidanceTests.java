package io.channelkeeper.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuidanceTests {

	private static final Map<String, String> DETAILS = Map.of("page", "Bistro Ana", "actual", "@bistro", "expected",
			"@anakocht", "name", "Jonas Weber", "permissions", "permission.facebook.instagram_basic");

	private final MessageSource messages = texts();

	private final Guidance guidance = new Guidance(this.messages);

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					STOPPED -> stopped at Facebook -> bei Facebook abgebrochen -> Not connected yet. Nothing was shared
					PERMISSION_DECLINED -> "Instagram profile and posts" off -> „Instagram-Profil und -Beiträge“ aus -> One switch was off: Instagram profile and posts
					NO_PAGE -> no Facebook page -> keine Facebook-Seite -> Your login has no Facebook page
					PAGE_NOT_PUBLISHED -> page not public -> Seite nicht öffentlich -> Your page "Bistro Ana" is not public
					NO_PROFESSIONAL_ACCOUNT -> not linked to Instagram -> nicht mit Instagram verknüpft -> "Bistro Ana" has no professional Instagram account
					PERSONAL_ACCOUNT -> personal account -> persönliches Konto -> This Instagram account is personal
					OTHER_ACCOUNT -> other account: @bistro -> anderes Konto: @bistro -> That was @bistro, not @anakocht
					ROLE_TOO_SMALL -> role on the page too small -> Rolle auf der Seite reicht nicht -> You help on "Bistro Ana" but do not run it
					CONNECTED_BY_SOMEONE_ELSE -> already connected by Jonas Weber -> schon verbunden von Jonas Weber -> This channel is connected already
					NETWORK_DOWN -> Facebook did not answer -> Facebook antwortet nicht -> Facebook is not answering. Your link stays good
					""")
	@DisplayName("B-4: words as the interface fixes them")
	void wordsEachDiagnosis(DiagnosisKind kind, String english, String german, String heading) {
		Diagnosis diagnosis = new Diagnosis(kind, DETAILS);
		assertThat(this.guidance.shortly(diagnosis, "Facebook", Locale.ENGLISH)).isEqualTo(english);
		assertThat(this.guidance.shortly(diagnosis, "Facebook", Locale.GERMAN)).isEqualTo(german);
		assertThat(this.guidance.heading(diagnosis, "Facebook", Locale.ENGLISH)).isEqualTo(heading);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("I-14: every diagnosis says what to do, on every phone, in both languages")
	void saysWhatToDo(DiagnosisKind kind) {
		Diagnosis diagnosis = new Diagnosis(kind, DETAILS);
		for (PhoneSystem system : PhoneSystem.values()) {
			for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
				assertThat(this.guidance.steps(diagnosis, "Facebook", system, language)).hasSizeBetween(2, 6)
					.allSatisfy((step) -> assertThat(step).endsWith(".").doesNotContain("{"));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("B-4: what is written to a creator in a chat knows no page and no button")
	void answersFitAChat(DiagnosisKind kind) {
		for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
			assertThat(this.guidance.answer(new Diagnosis(kind, DETAILS), "Facebook", language)).hasSizeBetween(2, 5)
				.allSatisfy((step) -> assertThat(step).doesNotContain("{", "below", "unten noch", "this page",
						"diese Seite", "this link", "diesen Link", "click"))
				.anySatisfy((step) -> assertThat(step).containsAnyOf("your link", "deinen Link"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void countersNameNobodyInParticular(DiagnosisKind kind) {
		for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
			assertThat(this.guidance.generally(kind, language)).isNotBlank()
				.doesNotContain("{", "\"", "„", "  ")
				.doesNotEndWith(" ");
		}
	}

	@Test
	void namesEverySwitchThatWasOff() {
		Diagnosis diagnosis = Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions",
				"permission.facebook.instagram_basic,permission.facebook.pages_show_list");
		assertThat(this.guidance.heading(diagnosis, "Facebook", Locale.GERMAN))
			.isEqualTo("Einige Schalter waren aus: Instagram-Profil und -Beiträge, Liste deiner Seiten");
	}

	@ParameterizedTest
	@EnumSource
	void wordsEachCause(Cause cause) {
		for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
			assertThat(this.guidance.cause(cause, "permission.facebook.instagram_basic", language)).isNotBlank()
				.doesNotContain("{");
			assertThat(this.guidance.firstStep(cause, new NetworkId("facebook"), "Facebook", language)).isNotBlank()
				.doesNotContain("{");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					facebook -> facebook -> PASSWORD_CHANGED -> PASSWORD_CHANGED,SECURITY_CHECK -> facebook.com
					instagram -> facebook -> SECURITY_CHECK -> SECURITY_CHECK -> another 24 hours
					instagram -> instagram -> SECURITY_CHECK -> SECURITY_CHECK -> Instagram app
					instagram -> facebook -> TOKEN_REJECTED -> PASSWORD_CHANGED,ACCESS_REVOKED,SECURITY_CHECK,ROLE_LOST -> Business integrations
					x -> x -> TOKEN_REJECTED -> TOKEN_REJECTED,ACCOUNT_LOCKED,ACCOUNT_SUSPENDED -> appeal at help.x.com
					x -> x -> ACCOUNT_SUSPENDED -> ACCOUNT_SUSPENDED -> given the account back
					linkedin -> linkedin -> ROLE_LOST -> ROLE_LOST -> Manage admins
					tiktok -> tiktok -> ACCOUNT_DELETED -> ACCOUNT_DELETED -> Archive the channel
					""")
	@DisplayName("M-22 to M-25: the way out fits the network, the login and the cause")
	void knowsTheWayOut(String network, String through, Cause cause, String causes, String says) {
		Entrance entrance = new Entrance(new NetworkId(network), new ProviderId(through), "Name");
		List<WayOut> ways = this.guidance.waysOut(cause, null, entrance, Locale.ENGLISH);
		assertThat(ways.stream().map(WayOut::cause).map(String::valueOf).collect(Collectors.joining(",")))
			.isEqualTo(causes);
		assertThat(ways.toString()).contains(says).doesNotContain("{", "PASSWORD_CHANGED.");
		assertThat(this.guidance.waysOut(cause, null, entrance, Locale.GERMAN)).hasSameSizeAs(ways);
	}

	@Test
	@DisplayName("M-35: both languages list the same causes, each with steps and in both")
	void listsUsualCauses() {
		try (var context = TestNetworks.with(Map.of("channelkeeper.base-url", "https://channels.example.org"))) {
			for (Network network : context.getBean(Networks.class).all()) {
				Entrance entrance = new Entrance(network.id(), null, network.name());
				List<WayOut> ways = this.guidance.waysOut(entrance, Locale.ENGLISH);
				assertThat(ways).as(network.name()).hasSizeGreaterThan(2).noneMatch((way) -> way.title().isBlank());
				assertThat(this.guidance.waysOut(entrance, Locale.GERMAN)).extracting(WayOut::cause)
					.containsExactlyElementsOf(ways.stream().map(WayOut::cause).toList());
				for (Cause cause : Cause.values()) {
					assertThat(this.guidance.waysOut(cause, null, entrance, Locale.GERMAN))
						.as(network.name() + " " + cause)
						.extracting(WayOut::cause)
						.containsExactlyElementsOf(this.guidance.waysOut(cause, null, entrance, Locale.ENGLISH)
							.stream()
							.map(WayOut::cause)
							.toList());
				}
				has("network." + network.id() + ".usual");
				assertThat(this.guidance.atTheEnd(entrance, Locale.GERMAN).steps()).hasSize(2);
			}
		}
	}

	@Test
	@DisplayName("I-6: every permission has a name, a reason and what is seen by it")
	void wordsEveryWay() {
		try (var context = TestNetworks.with(Map.of("channelkeeper.base-url", "https://channels.example.org"))) {
			for (SignInProvider provider : context.getBeansOfType(SignInProvider.class).values()) {
				provider.ways().forEach(this::wordsWay);
			}
			for (Network network : context.getBean(Networks.class).all()) {
				has("network." + network.id() + ".expected");
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 356.0.0.34.88 (iPhone15,2; iOS 18_1; de_DE) -> IOS -> INSTAGRAM
					Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/488.0.0;] -> ANDROID -> FACEBOOK
					Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 musical_ly_36.1.0 BytedanceWebview/d8a21c6 -> IOS -> TIKTOK
					Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]/9.30 -> IOS -> LINKEDIN
					Mozilla/5.0 (Linux; Android 13; Pixel 7; wv) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36 -> ANDROID -> OTHER
					Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari Line/14.9.0 -> IOS -> LINE
					Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Snapchat/13.1 -> IOS -> SNAPCHAT
					""")
	@DisplayName("B-19: in-app browsers are recognised")
	void recognizesInAppBrowsers(String userAgent, PhoneSystem system, InAppBrowser app) {
		assertThat(PhoneSystem.of(userAgent)).isEqualTo(system);
		assertThat(InAppBrowser.of(userAgent)).contains(app);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
			"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
			"Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "" })
	void takesRealBrowsersForReal(String userAgent) {
		assertThat(InAppBrowser.of(userAgent)).isEmpty();
	}

	private void wordsWay(SignInWay way) {
		has("network." + way.network() + "." + way.provider() + ".gives");
		has("provider." + way.provider() + ".withdraw");
		way.permissions().forEach((permission) -> {
			has(permission.key() + ".name");
			has(permission.key() + ".reason");
			has(permission.key() + ".sees");
			for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
				String reason = this.messages.getMessage(permission.key() + ".reason", null, language);
				assertThat(this.messages.getMessage(permission.key() + ".reason.member", null, reason, language))
					.as(permission.key() + " as members read it")
					.doesNotContainPattern("(?i)\\b(you|your|du|dich|dir|dein\\w*)\\b");
			}
		});
		way.preparation().forEach((point) -> {
			has(point + ".title");
			has(point + ".how");
		});
	}

	private void has(String key) {
		assertThat(this.messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
		assertThat(this.messages.getMessage(key, null, Locale.GERMAN)).isNotBlank();
	}

	private static MessageSource texts() {
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasenames("messages/network", "io/channelkeeper/network/facebook/messages",
				"io/channelkeeper/network/instagram/messages", "io/channelkeeper/network/tiktok/messages",
				"io/channelkeeper/network/google/messages", "io/channelkeeper/network/x/messages",
				"io/channelkeeper/network/linkedin/messages");
		texts.setDefaultEncoding("UTF-8");
		texts.setFallbackToSystemLocale(false);
		texts.setAlwaysUseMessageFormat(true);
		return texts;
	}

}
