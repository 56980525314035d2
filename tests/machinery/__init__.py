"""What tests stand on: database servers, browsers, the product as real processes."""
