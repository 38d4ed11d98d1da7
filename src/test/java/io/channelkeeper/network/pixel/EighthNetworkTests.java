package io.channelkeeper.network.pixel;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Adding a network adds one folder and edits nothing else: Pixel is offered, recognised,
 * connected and explained like the seven.
 */
@ApplicationTest
@ActiveProfiles("demonstration")
class EighthNetworkTests {

	private static final FarSide PIXEL = new FarSide();

	@Autowired
	private TestOrganizations organizations;

	@Autowired
	private TestCreators creators;

	@Autowired
	private MockMvc mvc;

	private Viewer viewer;

	private UUID creator;

	@DynamicPropertySource
	static void point(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.client.registration.pixel.client-id", () -> "pixel-id");
		settings.add("spring.security.oauth2.client.registration.pixel.client-secret", () -> "pixel-secret");
		settings.add("spring.security.oauth2.client.provider.pixel.authorization-uri",
				() -> PIXEL.address() + "/authorize");
		settings.add("channelkeeper.network.pixel.api-url", PIXEL::address);
	}

	@AfterAll
	static void end() {
		PIXEL.close();
	}

	@BeforeEach
	void begin() {
		this.viewer = this.organizations.make("Lumen Social");
		this.creator = this.creators.ana(this.viewer);
		PIXEL.forget()
			.answer("/token", 200, "{\"access_token\":\"pixel-token\"}")
			.answer("/me", 200, "{\"id\":\"p-1\",\"name\":\"ana_pixel\",\"followers\":77}");
	}

	@Test
	void isOfferedRecognizedAndConnected() throws Exception {
		assertThat(perform(get("/creators/{id}/channels/new", this.creator)).getContentAsString()).contains(">Pixel<");
		MockHttpServletResponse added = perform(post("/creators/{id}/channels/new", this.creator).param("network", "")
			.param("handle", "https://pixel.example/ana_pixel"));
		assertThat(added.getStatus()).as(added.getContentAsString()).isEqualTo(303);
		String page = perform(get("/creators/{id}", this.creator)).getContentAsString();
		assertThat(page).contains("@ana_pixel", ">Pixel<", "Not connected");
		String channel = found(page, "/channels/([0-9a-f-]{36})/connect");

		MockHttpServletResponse leaving = perform(
				post("/channels/{id}/connect", channel).param("provider", "pixel").param("from", "/portfolio"));
		URI dialog = URI.create(HtmlUtils
			.htmlUnescape(found(leaving.getContentAsString(), "http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"")));
		assertThat(dialog.toString()).startsWith(PIXEL.address() + "/authorize?");
		String state = UriComponentsBuilder.fromUri(dialog).build().getQueryParams().getFirst("state");
		String cookie = String.valueOf(leaving.getHeader(HttpHeaders.SET_COOKIE));
		MockHttpServletResponse back = perform(get(URI.create("/oauth/callback/pixel?code=c1&state=" + state))
			.cookie(new Cookie(cookie.substring(0, cookie.indexOf('=')), found(cookie, "=([^;]+)"))));

		String onward = String.valueOf(back.getHeader(HttpHeaders.LOCATION));
		assertThat(perform(get(URI.create(onward))).getHeader(HttpHeaders.LOCATION)).isEqualTo("/portfolio");
		assertThat(PIXEL.asked("/token")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("code", "c1"));
		assertThat(perform(get("/creators/{id}", this.creator)).getContentAsString()).contains("Connected", "77");
		assertThat(perform(get("/portfolio?network=pixel")).getContentAsString()).contains("Ana", ">Pixel<");
	}

	@Test
	void isExplainedAndSetUpLikeTheOthers() throws Exception {
		assertThat(perform(get("/help/pixel")).getContentAsString()).contains("Until you take it back.");
		assertThat(perform(get("/admin/networks")).getContentAsString()).contains("id=\"pixel\"", ">Pixel<");
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc
			.perform(request.with(this.organizations.signedIn(this.viewer)).with(csrf()).locale(this.viewer.language()))
			.andReturn()
			.getResponse();
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return HtmlUtils.htmlUnescape(matcher.group(1));
	}

}
