package practice.x;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Writes X's errors.
 */
@RestControllerAdvice(assignableTypes = { XApiController.class, XTokenController.class })
class XProblemAdvice {

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> problem(XProblem ex) {
		return ResponseEntity.status(ex.status)
			.header("Content-Type", ex.body.containsKey("title") ? "application/problem+json" : "application/json")
			.body(ex.body);
	}

}
