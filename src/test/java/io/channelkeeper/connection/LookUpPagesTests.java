package io.channelkeeper.connection;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.network.FarSide;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Check again asks the network where it can be asked, and says what came of it (P-9).
 */
class LookUpPagesTests extends SignInScene {

	@Autowired
	TestLookup lookup;

	private final FarSide farSide = new FarSide();

	private UUID ben = new UUID(0, 0);

	@BeforeEach
	void serve() {
		this.lookup.serve("instagram", null, this.farSide);
		this.ben = channel("ben");
	}

	@AfterEach
	void end() {
		this.lookup.end();
		this.farSide.close();
	}

	@ParameterizedTest
	@DisplayName("P-9: one click asks, and the page says what came of it")
	@CsvSource(delimiter = '|', value = {
			"200 | {\"id\": \"1\", \"public\": true} | Instagram answered and knows this profile | Instagram hat geantwortet und kennt dieses Profil",
			"200 | {\"id\": \"1\", \"public\": false} | The public look-up says that the profile is private | Die öffentliche Abfrage sagt: Das Profil ist privat",
			"200 | {\"id\": \"1\", \"type\": \"PERSONAL\"} | The public look-up says that the account is personal | Die öffentliche Abfrage sagt: Das Konto ist persönlich",
			"404 | {} | The network shows no profile under this handle | Das Netzwerk zeigt unter diesem Handle kein Profil",
			"500 | {} | Instagram gave no answer that says anything | Instagram hat nichts geantwortet, was etwas über dieses Profil sagt" })
	void saysWhatCameOfIt(int status, String body, String english, String german) throws Exception {
		this.farSide.answer("/profiles/ben", status, body);
		as(get("/channels/{id}/check", this.ben)).andExpect(content().string(not(containsString(english))));
		assertThat(this.farSide.asked()).isEmpty();
		as(post("/channels/{id}/check", this.ben)).andExpect(redirectedUrl("/channels/" + this.ben + "/check"));
		as(post("/channels/{id}/check", this.ben)).andExpect(status().is3xxRedirection());
		assertThat(this.farSide.asked()).hasSize(1);
		as(get("/channels/{id}/check", this.ben)).andExpect(content().string(
				allOf(containsString(english), containsString("just now"), containsString(">Check again</button>"))));
		as(get("/channels/{id}/check", this.ben).param("lang", "de"))
			.andExpect(content().string(allOf(containsString(german), containsString(">Erneut prüfen</button>"))));
	}

	@Test
	void saysUntilWhenTheNetworkWantsPeace() throws Exception {
		this.farSide.answer("/profiles/ben", 429, "{}", "Retry-After", "1200");
		as(post("/channels/{id}/check", this.ben));
		as(get("/channels/{id}/check", this.ben))
			.andExpect(content().string(allOf(containsString("Instagram wants to be left alone for a while"),
					containsString("in 19 minutes"))));
	}

	@Test
	@DisplayName("P-9: whoever knows better decides by hand")
	void leavesTheDecisionToPeople() throws Exception {
		this.farSide.answer("/profiles/ben", 404, "");
		as(post("/channels/{id}/check", this.ben));
		as(get("/creators/{id}", this.creator))
			.andExpect(content().string(allOf(containsString("No public profile under this handle"),
					containsString("Looked up at the network on"), containsString("aria-disabled=\"true\""))));
		as(post("/channels/{id}/eligible", this.ben));
		assertThat(standing(this.ben).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@Test
	void nobodyElseMakesTheNetworkAsked() throws Exception {
		this.farSide.answer("/profiles/ben", 404, "");
		Viewer other = this.organizations.make("Other");
		this.mvc.perform(post("/channels/{id}/check", this.ben).with(this.organizations.signedIn(other)).with(csrf()))
			.andExpect(status().isNotFound());
		as(post("/channels/{id}/ineligible", this.ben).param("reason", "NOT_SHOWN")).andExpect(status().is(422));
		assertThat(this.farSide.asked()).isEmpty();
	}

	private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(this.viewer)).with(csrf()));
	}

}
