package io.channelkeeper.warning.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.NoticeChoice;
import io.channelkeeper.warning.NoticeChoices;
import io.channelkeeper.warning.NoticeScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The page where members choose what they hear of.
 */
@ApplicationTest
class ChoiceControllerTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	NoticeChoices choices;

	private Viewer admin;

	private Viewer mia;

	@BeforeEach
	void makeAnOrganization() {
		this.admin = this.organizations.make("Atelier");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
	}

	@Test
	@DisplayName("M-33: offers each kind and way, in both languages")
	void offersEachKindAndWay() throws Exception {
		assertThat(page(this.admin, "en"))
			.contains("<h1>My notices</h1>", ">Expiring connections<", ">Interrupted channels<",
					">Interrupted channels you answer for<", ">Restored channels<", ">Invitations<",
					">Requests to you<", ">Changes at channels<", ">Network trouble<", ">Undelivered mail<",
					">By e-mail<", ">In the product<", ">All creators<", ">Only those I look after<", ">None<",
					">All networks<", "value=\"EXPIRING.MAIL.NONE\"")
			.doesNotContain("??", "INVITATIONS.MAIL", "NETWORK_TROUBLE.PRODUCT.MINE");
		assertThat(page(this.admin, "de"))
			.contains("<h1>Meine Benachrichtigungen</h1>", ">Ablaufende Verbindungen<", ">Unterbrochene Kanäle<",
					">Bitten an dich<", ">Netzwerkstörungen<", ">Per E-Mail<", ">Alle Creator<",
					">Nur von mir betreute<", ">Keine<", ">Alle Netzwerke<")
			.doesNotContain("??");
	}

	@Test
	void offersAdminsMattersToAdminsOnly() throws Exception {
		assertThat(page(this.mia, "en")).contains(">Requests to you<")
			.doesNotContain("Network trouble", "Undelivered mail");
	}

	@Test
	void keepsWhatWasChosen() throws Exception {
		send(this.mia, "EXPIRING.MAIL.MINE", "EXPIRING.PRODUCT.ALL", "INTERRUPTED.MAIL.NONE")
			.andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/settings/notices"))
			.andExpect(flash().attribute("message", "Your choice is saved."));
		assertThat(this.choices.of(this.mia)).contains(NoticeChoice.valueOf("EXPIRING.MAIL.MINE"),
				NoticeChoice.valueOf("INTERRUPTED.MAIL.NONE"));
		assertThat(page(this.mia, "en")).containsPattern("value=\"EXPIRING.MAIL.MINE\"\\s+selected=\"selected\"")
			.containsPattern("value=\"INTERRUPTED.MAIL.NONE\"\\s+selected=\"selected\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "EXPIRING", "EXPIRING.MAIL.SOME", "NOWHERE.MAIL.NONE" })
	void refusesWhatIsNoChoice(String sent) throws Exception {
		send(this.mia, "EXPIRING.MAIL.NONE", sent).andExpect(status().isBadRequest());
		assertThat(this.choices.of(this.mia)).allMatch((choice) -> choice.scope() == NoticeScope.ALL);
	}

	@Test
	void refusesWhatTheRoleDoesNotChoose() throws Exception {
		send(this.mia, "NETWORK_TROUBLE.PRODUCT.NONE").andExpect(status().isForbidden());
	}

	@Test
	void leadsToThePage() throws Exception {
		String link = "href=\"/settings/notices\"";
		assertThat(content(this.mvc.perform(as(this.mia, get("/notices")))))
			.contains(link + ">Choose what you get</a>");
		assertThat(content(this.mvc.perform(as(this.mia, get("/settings/profile"))))).contains(link);
		this.mvc.perform(get("/settings/notices")).andExpect(status().is3xxRedirection());
	}

	private ResultActions send(Viewer viewer, String... chosen) throws Exception {
		return this.mvc.perform(as(viewer, post("/settings/notices").param("choice", chosen).with(csrf())));
	}

	private String page(Viewer viewer, String language) throws Exception {
		return content(this.mvc.perform(as(viewer, get("/settings/notices").param("lang", language)))
			.andExpect(status().isOk()));
	}

	private static String content(ResultActions answer) throws Exception {
		return answer.andReturn().getResponse().getContentAsString();
	}

	private MockHttpServletRequestBuilder as(Viewer viewer, MockHttpServletRequestBuilder request) {
		return request.with(this.organizations.signedIn(viewer));
	}

}
