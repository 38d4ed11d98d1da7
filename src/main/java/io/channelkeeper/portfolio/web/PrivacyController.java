package io.channelkeeper.portfolio.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Says to everybody what is read and what never (P-10).
 */
@Controller
class PrivacyController {

	@GetMapping("/privacy")
	String privacy() {
		return "portfolio/privacy";
	}

}
