package practice.google;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Writes refusals as Google does.
 */
@RestControllerAdvice(basePackageClasses = GoogleErrorAdvice.class)
class GoogleErrorAdvice {

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(GoogleException ex) {
		return ResponseEntity.status(ex.status).body(ex.body);
	}

}
